package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangingVisitsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
        eino = town.homes().residentOf(office, "Eino");
    }

    @Test
    void M21_five_moves_keep_the_number_and_raise_the_sequence_each_time() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        for (int n = 1; n <= 5; n++) {
            var moved = done(move(aino, booked, at("2026-03-03T10:00").plusHours(n)));
            assertThat(moved.id()).isEqualTo(booked.id());
            assertThat(moved.number()).isEqualTo(booked.number());
            assertThat(moved.icsSequence()).isEqualTo(n);
            assertThat(moved.local()).isEqualTo(booked.local().plusHours(n));
        }
        assertThat(mails(booked, NotificationKind.VISIT_MOVED)).isEqualTo(5);
        assertThat(town.db()
                        .fetchCount(
                                VISIT_EVENT,
                                VISIT_EVENT.VISIT_ID.eq(booked.id()).and(VISIT_EVENT.KIND.eq(VisitEventKind.MOVED))))
                .isEqualTo(5);
    }

    @Test
    void B19_what_the_answer_says_is_what_is_stored_and_mailed() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        var moved = done(move(aino, booked, at("2026-03-04T11:00")));
        var stored = town.db().fetchSingle(VISIT, VISIT.ID.eq(booked.id()));
        assertThat(stored.getLocalStart()).isEqualTo(moved.local()).hasToString("2026-03-04T11:00");
        assertThat(stored.getIcsSequence()).isEqualTo(moved.icsSequence()).isEqualTo(1);
        assertThat(mails(booked, NotificationKind.VISIT_MOVED)).isEqualTo(1);
        done(hold(eino, at("2026-03-03T10:00")));
    }

    @Test
    void B19_a_visit_that_has_begun_is_neither_moved_nor_cancelled() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        town.clock.setHelsinki("2026-03-03T10:00");
        Expect.a(Booking.TooLate.class, move(aino, booked, at("2026-03-04T10:00")));
        Expect.a(Booking.TooLate.class, town.as(aino, () -> changes.cancel(booked.id())));
        assertThat(mails(booked, NotificationKind.VISIT_MOVED)).isZero();
    }

    @Test
    void moving_to_the_same_time_changes_nothing() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        assertThat(done(move(aino, booked, at("2026-03-03T10:00"))).icsSequence())
                .isZero();
        assertThat(mails(booked, NotificationKind.VISIT_MOVED)).isZero();
    }

    @Test
    void a_taken_or_impossible_time_leaves_the_visit_where_it_is() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        booked(eino, at("2026-03-03T11:00"));
        assertThat(Expect.a(Booking.SlotTaken.class, move(aino, booked, at("2026-03-03T11:00")))
                        .nearest())
                .hasSize(3);
        Expect.a(Booking.NotOffered.class, move(aino, booked, at("2026-03-03T20:00")));
        assertThat(town.as(aino, () -> visits.one(booked.id())).orElseThrow()).isEqualTo(booked);
    }

    @Test
    void a_hold_cannot_be_moved_or_cancelled_before_it_is_confirmed() {
        var held = done(hold(aino, at("2026-03-03T10:00")));
        Expect.a(Booking.TooLate.class, move(aino, held, at("2026-03-03T11:00")));
        Expect.a(Booking.TooLate.class, town.as(aino, () -> changes.cancel(held.id())));
    }

    @Test
    void a_move_may_overlap_its_own_old_time_only_if_another_counter_is_free() {
        office = town.work().office(2);
        aino = town.homes().residentOf(office, "Aino");
        var booked = booked(aino, at("2026-03-03T10:00"));
        assertThat(done(move(aino, booked, at("2026-03-03T10:20"))).local()).hasToString("2026-03-03T10:20");
    }

    @Test
    void cancelling_frees_the_time_and_may_be_repeated() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        var cancelled = done(town.as(aino, () -> changes.cancel(booked.id())));
        assertThat(cancelled.state()).isEqualTo(VisitState.CANCELLED_RESIDENT);
        assertThat(cancelled.icsSequence()).isEqualTo(1);
        done(town.as(aino, () -> changes.cancel(booked.id())));
        assertThat(mails(booked, NotificationKind.VISIT_CANCELLED)).isEqualTo(1);
        done(hold(eino, at("2026-03-03T10:00")));
        done(hold(aino, at("2026-03-03T11:00")));
    }

    @Test
    void an_expired_hold_is_not_in_the_way_of_a_move() {
        var booked = booked(aino, at("2026-03-03T15:00"));
        hold(eino, at("2026-03-03T11:00"));
        town.clock.advance(OfficeVisits.HOLD);
        done(move(aino, booked, at("2026-03-03T11:00")));
    }

    @Test
    void nobody_changes_a_visit_of_somebody_else() {
        var booked = booked(aino, at("2026-03-03T10:00"));
        assertThatThrownBy(() -> move(eino, booked, at("2026-03-03T11:00"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(eino, () -> changes.cancel(booked.id())))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> changes.cancel(booked.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void two_people_who_swap_their_times_at_once_do_not_stop_each_other() {
        var mine = booked(aino, at("2026-03-03T10:00"));
        var theirs = booked(eino, at("2026-03-03T11:00"));
        var results = Race.of(
                2,
                i -> () ->
                        i == 0 ? move(aino, mine, at("2026-03-03T11:00")) : move(eino, theirs, at("2026-03-03T10:00")));
        assertThat(results).allMatch(r -> r instanceof Booking.Done || r instanceof Booking.SlotTaken);
    }

    @Test
    void sixteen_visitors_move_to_one_time_at_four_counters_and_four_arrive() {
        var busy = town.work().office(4);
        var people = IntStream.range(0, 16)
                .mapToObj(i -> town.homes().residentOf(busy, "R" + i))
                .toList();
        var booked = new ArrayList<Visit>();
        for (int i = 0; i < 16; i++) {
            booked.add(booked(people.get(i), at("2026-03-03T10:00").plusMinutes(i / 4 * 20L)));
        }
        var results = Race.of(16, i -> () -> move(people.get(i), booked.get(i), at("2026-03-03T14:00")));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(4);
        assertThat(results).filteredOn(Booking.SlotTaken.class::isInstance).hasSize(12);
    }

    private Visit booked(Caller who, OffsetDateTime start) {
        var held = done(hold(who, start));
        return done(town.as(who, () -> visits.confirm(held.id())));
    }

    private Booking hold(Caller who, OffsetDateTime start) {
        return town.as(who, () -> visits.hold("KEY_PICKUP", start));
    }

    private Booking move(Caller who, Visit visit, OffsetDateTime start) {
        return town.as(who, () -> changes.move(visit.id(), start));
    }

    private static Visit done(Booking booking) {
        return Expect.a(Booking.Done.class, booking).visit();
    }

    private static int mails(Visit visit, NotificationKind kind) {
        return town.db()
                .fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(visit.id()).and(NOTIFICATION.KIND.eq(kind)));
    }
}
