package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.StaffCancellations.Cancel;
import fi.kotiovi.domain.visit.StaffMoves.Move;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Liisa looks at a visit which its resident moves in the portal at the same time. */
class MovedMeanwhileTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final StaffMoves moves = town.backOffice(StaffMoves.class);
    private final StaffCancellations cancellations = town.backOffice(StaffCancellations.class);
    private final VisitBoard board = town.backOffice(VisitBoard.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(2);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Visit seen = booked.by(aino, "OTHER", at("2026-03-04T10:00"));

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(2);
        aino = town.homes().residentOf(office, "Aino");
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        seen = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
    }

    @Test
    void B19_what_the_resident_has_moved_is_neither_moved_nor_cancelled_over_their_head() {
        town.as(aino, () -> town.portal(VisitChanges.class).move(seen.id(), at("2026-03-05T11:00")));
        var late = Expect.a(
                Booking.TooLate.class,
                town.as(
                        liisa,
                        () -> moves.move(new Move(seen.id(), at("2026-03-06T10:00"), null, null, seen.start()))));
        assertThat(late.visit().start()).isEqualTo(at("2026-03-05T11:00"));
        Expect.a(
                Booking.TooLate.class,
                town.as(
                        liisa,
                        () -> cancellations.cancel(
                                new Cancel(seen.id(), CancelReason.STAFF_AWAY, null, seen.start()))));
        assertThat(booked.mails(seen.id(), NotificationKind.VISIT_CANCELLED)).isZero();
        assertThat(booked.mails(seen.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
    }

    @Test
    void the_same_drop_twice_is_done_once() {
        var wish = new Move(seen.id(), at("2026-03-06T10:00"), null, null, seen.start());
        Expect.a(Booking.Done.class, town.as(liisa, () -> moves.move(wish)));
        Expect.a(Booking.Done.class, town.as(liisa, () -> moves.move(wish)));
        assertThat(booked.mails(seen.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
    }

    @Test
    void whoever_was_asked_for_another_time_is_still_asked_after_a_change_of_counter() {
        town.db()
                .update(VISIT)
                .set(VISIT.NEW_TIME_ASKED_AT, at("2026-03-03T08:00"))
                .where(VISIT.ID.eq(seen.id()))
                .execute();
        Expect.a(Booking.Done.class, town.as(liisa, () -> moves.move(new Move(seen.id(), seen.start(), 2, null))));
        assertThat(town.db().fetchSingle(VISIT, VISIT.ID.eq(seen.id())).getNewTimeAskedAt())
                .isNotNull();
    }

    @Test
    void the_desk_knows_who_hears_by_mail_and_who_is_called_and_looking_is_written_down() {
        var opened = town.as(liisa, () -> board.open(seen.id())).orElseThrow();
        assertThat(opened.hasMail()).isTrue();
        assertThat(town.db().fetchCount(ACCESS_LOG, ACCESS_LOG.SUBJECT_ID.eq(seen.id())))
                .isEqualTo(1);
        town.db()
                .update(RESIDENT)
                .setNull(RESIDENT.EMAIL)
                .where(RESIDENT.ID.eq(aino.id()))
                .execute();
        assertThat(town.as(liisa, () -> board.open(seen.id())))
                .hasValueSatisfying(visit -> assertThat(visit.hasMail()).isFalse())
                .hasValueSatisfying(visit -> assertThat(visit.phone()).startsWith("+358"));
        var elsewhere = town.work().clerk("Outi", town.work().office(1), StaffRole.DESK);
        assertThat(town.as(elsewhere, () -> board.open(seen.id()))).isEmpty();
    }
}
