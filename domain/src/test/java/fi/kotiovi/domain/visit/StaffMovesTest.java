package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.CALENDAR_CHANGE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.CapacityRule;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.calendar.TimeSpan;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.domain.visit.StaffMoves.Move;
import fi.kotiovi.vocabulary.CapacityOccasion;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two counters; Liisa is at the desk, Pekka leads the office. */
class StaffMovesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private final StaffMoves moves = town.backOffice(StaffMoves.class);
    private final VisitBoard board = town.backOffice(VisitBoard.class);
    private final VisitDesk desk = town.backOffice(VisitDesk.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(2);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Caller.Staff pekka = liisa;
    private Visit visit = booked.by(aino, "OTHER", at("2026-03-04T10:00"));

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(2);
        aino = town.homes().residentOf(office, "Aino");
        eino = town.homes().residentOf(office, "Eino");
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        pekka = town.work().clerk("Pekka", office, StaffRole.MANAGER);
        visit = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
    }

    @Test
    void another_time_and_counter_is_the_same_visit_with_one_mail_and_a_rising_number() {
        var moved = Booked.done(move(liisa, "2026-03-05T11:00", 2, null));
        assertThat(moved.id()).isEqualTo(visit.id());
        assertThat(moved.number()).isEqualTo(visit.number());
        assertThat(moved.local()).hasToString("2026-03-05T11:00");
        assertThat(moved.icsSequence()).isEqualTo(visit.icsSequence() + 1);
        assertThat(counter()).isEqualTo(2);
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
        var told = history().getFirst();
        assertThat(told.kind()).isEqualTo(VisitEventKind.MOVED);
        assertThat(told.by()).isEqualTo("Liisa");
        assertThat(told.counter()).isEqualTo(2);
        assertThat(told.reason()).isNull();
    }

    @Test
    void another_counter_alone_is_nothing_the_resident_hears_of() {
        var moved = Booked.done(move(liisa, "2026-03-04T10:00", 2, null));
        assertThat(counter()).isEqualTo(2);
        assertThat(moved.icsSequence()).isEqualTo(visit.icsSequence());
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_MOVED)).isZero();
        assertThat(history().getFirst().kind()).isEqualTo(VisitEventKind.COUNTER_CHANGED);
    }

    @Test
    void the_same_move_twice_is_done_once() {
        Booked.done(move(liisa, "2026-03-05T11:00", 2, null));
        Booked.done(move(liisa, "2026-03-05T11:00", 2, null));
        assertThat(history()).hasSize(3);
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
    }

    @Test
    void a_quarter_of_an_hour_later_at_the_same_counter_is_not_in_its_own_way() {
        var talk = booked.by(eino, "RENT_TALK", at("2026-03-04T12:00"));
        var moved = Booked.done(
                town.as(pekka, () -> moves.move(new Move(talk.id(), at("2026-03-04T12:15"), 1, "Myöhästyy vähän"))));
        assertThat(moved.local()).hasToString("2026-03-04T12:15");
    }

    @Test
    void a_taken_counter_is_refused_with_the_three_nearest_times_even_to_the_lead_with_a_reason() {
        booked.by(eino, "OTHER", at("2026-03-05T11:00"));
        var taken = Expect.a(Booking.SlotTaken.class, move(liisa, "2026-03-05T11:00", 1, null));
        assertThat(taken.nearest()).hasSize(3);
        Expect.a(Booking.SlotTaken.class, move(pekka, "2026-03-05T11:00", 1, "Tärkeä asia"));
        assertThat(Booked.done(move(liisa, "2026-03-05T11:00", null, null)).local())
                .as("any counter will do")
                .hasToString("2026-03-05T11:00");
        assertThat(counter()).isEqualTo(2);
    }

    @Test
    void B17_B27_outside_the_rules_needs_a_manager_and_a_reason_that_is_kept() {
        for (var outside : List.of("2026-03-04T17:00", "2026-03-07T10:00", "2026-05-04T10:00", "2026-03-04T10:05")) {
            var refused = Expect.a(Booking.NotOffered.class, move(liisa, outside, 1, null));
            assertThat(refused.nearest()).as(outside).isNotNull();
            assertThatThrownBy(() -> move(liisa, outside, 1, "Minusta sopii")).isInstanceOf(NotAllowedException.class);
            Expect.a(Booking.NotOffered.class, move(pekka, outside, 1, null));
            assertThatThrownBy(() -> move(pekka, outside, 1, "  ")).isInstanceOf(NotAllowedException.class);
            Booked.done(move(pekka, outside, 1, "Sovittu puhelimessa"));
            assertThat(history().getFirst().reason()).isEqualTo("Sovittu puhelimessa");
        }
        assertThat(town.as(pekka, () -> board.places(visit.id(), DAY, DAY, 8, 18)))
                .anyMatch(place -> !place.offered());
        assertThat(town.as(liisa, () -> board.places(visit.id(), DAY, DAY, 8, 18)))
                .isNotEmpty()
                .allMatch(BoardPlace::offered);
    }

    @Test
    void B14_a_counter_beyond_the_capacity_is_shut_unless_the_lead_says_why() {
        town.as(
                pekka,
                () -> town.backOffice(OfficeCalendar.class)
                        .setCapacity(
                                office,
                                new CapacityRule(
                                        CapacityOccasion.DAY,
                                        null,
                                        LocalDate.of(2026, 3, 5),
                                        new TimeSpan(LocalTime.of(12, 0), LocalTime.of(16, 0)),
                                        1,
                                        0),
                                LocalDate.of(2026, 3, 4)));
        assertThat(Expect.a(Booking.NotOffered.class, move(liisa, "2026-03-05T13:00", 2, null))
                        .why()
                        .rule())
                .isEqualTo(Rule.NO_COUNTER);
        var lanes = town.as(liisa, () -> board.days(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 5)))
                .getFirst()
                .lanes();
        assertThat(lanes.getFirst().open()).hasHours(7);
        assertThat(lanes.getLast().open()).hasHours(3);
        Booked.done(move(pekka, "2026-03-05T13:00", 2, "Toinen virkailija jää"));
        assertThat(town.as(pekka, () -> town.backOffice(DisplacedVisits.class).of(office)))
                .as("the lead has agreed, so nobody is asked for another time")
                .isEmpty();
        town.clock.advance(Duration.ofMinutes(5));
        town.as(
                pekka,
                () -> town.backOffice(OfficeCalendar.class)
                        .close(
                                office,
                                LocalDate.of(2026, 3, 5).atTime(9, 0),
                                LocalDate.of(2026, 3, 5).atTime(16, 0),
                                new Localized("Remontti", "Renovering", "Renovation")));
        assertThat(town.db().fetchCount(CALENDAR_CHANGE, CALENDAR_CHANGE.OFFICE_ID.eq(office)))
                .isEqualTo(2);
        assertThat(town.as(pekka, () -> town.backOffice(DisplacedVisits.class).of(office)))
                .as("B23: the ground has moved since")
                .hasSize(1);
    }

    @Test
    void B19_nothing_goes_into_the_past_and_what_has_begun_or_is_over_stays() {
        Expect.a(Booking.NotOffered.class, move(pekka, "2026-03-02T10:00", 1, "Ei käy mitenkään"));
        Expect.a(Booking.NotOffered.class, move(pekka, "2026-03-04T23:55", 1, "Ei käy mitenkään"));
        town.clock.setHelsinki("2026-03-04T09:55");
        town.as(liisa, () -> desk.step(visit.id(), DeskStep.CHECK_IN));
        Expect.a(Booking.TooLate.class, move(pekka, "2026-03-05T10:00", 1, "Istuu jo täällä"));
        town.as(liisa, () -> desk.step(visit.id(), DeskStep.SERVE));
        town.as(liisa, () -> desk.step(visit.id(), DeskStep.FINISH));
        Expect.a(Booking.TooLate.class, move(liisa, "2026-03-05T10:00", 1, null));
        var late = booked.by(eino, "OTHER", at("2026-03-04T11:00"));
        town.clock.setHelsinki("2026-03-04T11:00");
        Expect.a(
                Booking.TooLate.class,
                town.as(liisa, () -> moves.move(new Move(late.id(), at("2026-03-05T10:00"), 1, null))));
    }

    @Test
    void keys_are_not_fetched_before_the_lease_unless_the_lead_says_why() {
        var home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        town.homes().key(home, KeyState.IN_STORE);
        var newcomer = town.homes().resident("Uuno").livingAt(home, LocalDate.of(2026, 3, 16), null);
        var pickUp = booked.by(newcomer, "KEY_PICKUP", at("2026-03-16T09:00"));
        var early = Expect.a(
                Booking.NotOffered.class,
                town.as(liisa, () -> moves.move(new Move(pickUp.id(), at("2026-03-13T09:00"), 1, null))));
        assertThat(early.why().rule()).isEqualTo(Rule.BEFORE_LEASE);
        assertThat(early.why().day()).isEqualTo(LocalDate.of(2026, 3, 16));
        Booked.done(town.as(
                pekka, () -> moves.move(new Move(pickUp.id(), at("2026-03-13T09:00"), 1, "Asunto on jo tyhjä"))));
    }

    @Test
    void a_time_that_is_left_is_kept_for_whoever_waits_and_one_that_is_not_left_is_not() {
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        town.as(eino, () -> town.portal(WaitingList.class).wish(late.id()));
        Booked.done(move(liisa, "2026-03-04T10:00", 2, null));
        assertThat(town.backOffice(WaitingListUpkeep.class).offerDue()).isZero();
        Booked.done(move(liisa, "2026-03-05T10:00", 2, null));
        var kept = town.as(liisa, () -> board.days(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4)))
                .getFirst()
                .kept();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().counter()).isEqualTo(2);
        assertThat(town.backOffice(WaitingListUpkeep.class).offerDue()).isEqualTo(1);
        Expect.a(Booking.SlotTaken.class, move(liisa, "2026-03-04T10:00", 2, null));
    }

    @Test
    void B26_nobody_moves_or_sees_a_visit_of_another_office() {
        var elsewhere = town.work().clerk("Outi", town.work().office(1), StaffRole.MANAGER);
        var agent = town.work().clerk("Anni", office, StaffRole.AGENT);
        for (var stranger : new Caller[] {elsewhere, agent, aino}) {
            assertThatThrownBy(() -> move(stranger, "2026-03-05T11:00", 1, null))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(town.as(elsewhere, () -> board.history(visit.id()))).isEmpty();
        assertThatThrownBy(() -> town.as(elsewhere, () -> board.places(visit.id(), DAY, DAY, 8, 18)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> move(liisa, "2026-03-05T11:00", 7, null)).isInstanceOf(NotAllowedException.class);
        assertThat(town.db()
                        .fetchCount(
                                VISIT_EVENT,
                                VISIT_EVENT.KIND.eq(VisitEventKind.MOVED).and(VISIT_EVENT.VISIT_ID.eq(visit.id()))))
                .isZero();
        assertThat(town.db().fetchCount(VISIT, VISIT.ID.eq(visit.id()).and(VISIT.STATE.eq(VisitState.BOOKED))))
                .isEqualTo(1);
    }

    private Booking move(Caller who, String start, @Nullable Integer counter, @Nullable String override) {
        return town.as(who, () -> moves.move(new Move(visit.id(), at(start), counter, override)));
    }

    private List<VisitBoard.Happened> history() {
        return town.as(liisa, () -> board.history(visit.id()));
    }

    private int counter() {
        return town.as(liisa, () -> desk.one(visit.id())).orElseThrow().counter();
    }
}
