package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.StaffCancellations.Cancel;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffCancellationsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final StaffCancellations cancellations = town.backOffice(StaffCancellations.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Visit visit = booked.by(aino, "OTHER", at("2026-03-04T10:00"));

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        visit = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
    }

    @Test
    void the_resident_is_told_once_however_often_it_is_pressed() {
        var wish = new Cancel(visit.id(), CancelReason.STAFF_AWAY, " Soitamme huomenna. ");
        var results = Race.of(6, i -> () -> town.as(liisa, () -> cancellations.cancel(wish)));
        assertThat(results).allMatch(Booking.Done.class::isInstance);
        var now = town.db().fetchSingle(VISIT, VISIT.ID.eq(visit.id()));
        assertThat(now.getState()).isEqualTo(VisitState.CANCELLED_OFFICE);
        assertThat(now.getCancelReason()).isEqualTo(CancelReason.STAFF_AWAY);
        assertThat(now.getCancelWords()).isEqualTo("Soitamme huomenna.");
        assertThat(now.getIcsSequence()).isEqualTo(visit.icsSequence() + 1);
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_CANCELLED)).isEqualTo(1);
    }

    @Test
    void the_time_goes_to_whoever_waits_for_an_earlier_one() {
        var eino = town.homes().residentOf(office, "Eino");
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        town.as(eino, () -> town.portal(WaitingList.class).wish(late.id()));
        town.as(liisa, () -> cancellations.cancel(new Cancel(visit.id(), CancelReason.AS_ASKED, null)));
        assertThat(town.backOffice(WaitingListUpkeep.class).offerDue()).isEqualTo(1);
    }

    @Test
    void something_else_is_told_in_own_words_or_not_at_all() {
        assertThat(new Cancel(visit.id(), CancelReason.OTHER, " ").isTellable()).isFalse();
        assertThat(new Cancel(visit.id(), CancelReason.OFFICE_CLOSED, "x").isTellable())
                .isFalse();
        assertThatThrownBy(() ->
                        town.as(liisa, () -> cancellations.cancel(new Cancel(visit.id(), CancelReason.OTHER, null))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void what_has_begun_stays_and_another_office_has_no_say() {
        var stranger = town.work().clerk("Outi", town.work().office(1), StaffRole.MANAGER);
        for (var who : new Caller[] {stranger, aino}) {
            assertThatThrownBy(() -> town.as(
                            who, () -> cancellations.cancel(new Cancel(visit.id(), CancelReason.AS_ASKED, null))))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(town.as(stranger, () -> cancellations.instead(visit.id()))).isEmpty();
        assertThat(town.as(liisa, () -> cancellations.instead(visit.id()))).hasSize(3);
        town.clock.setHelsinki("2026-03-04T10:00");
        Expect.a(
                Booking.TooLate.class,
                town.as(liisa, () -> cancellations.cancel(new Cancel(visit.id(), CancelReason.AS_ASKED, null))));
    }
}
