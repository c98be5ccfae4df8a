package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.VisitState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BookingRacesTest {
    private static final int RACERS = 64;

    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final List<Caller.Resident> people = people(town.work().office(1), RACERS);
    private long deadlocks = town.deadlocks();

    @BeforeEach
    void countDeadlocks() {
        deadlocks = town.deadlocks();
    }

    @AfterEach
    void noDeadlockHappened() {
        assertThat(town.deadlocks()).as("deadlocks").isEqualTo(deadlocks);
    }

    @RepeatedTest(2)
    void B01_B28_sixty_four_people_want_one_time_at_one_counter_and_one_gets_it() {
        var office = moveEverybodyTo(1);
        var results = Race.of(RACERS, i -> () -> hold(people.get(i), "KEY_PICKUP", at("2026-03-03T10:00")));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Booking.SlotTaken.class::isInstance).hasSize(RACERS - 1);
        assertThat(active(office)).isEqualTo(1);
    }

    @RepeatedTest(2)
    void B01_sixty_four_people_want_one_time_at_four_counters_and_four_get_it() {
        var office = moveEverybodyTo(4);
        var results = Race.of(RACERS, i -> () -> hold(people.get(i), "KEY_PICKUP", at("2026-03-03T10:00")));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(4);
        assertThat(results).filteredOn(Booking.SlotTaken.class::isInstance).hasSize(RACERS - 4);
        assertThat(active(office)).isEqualTo(4);
    }

    @RepeatedTest(2)
    void B04_whoever_is_told_yes_finds_the_visit_just_as_it_was_told() {
        moveEverybodyTo(4);
        var results = Race.of(RACERS, i -> () -> hold(people.get(i), "KEY_PICKUP", at("2026-03-03T10:00")));
        for (int i = 0; i < RACERS; i++) {
            if (results.get(i) instanceof Booking.Done told) {
                assertThat(town.as(people.get(i), () -> visits.one(told.visit().id())))
                        .hasValueSatisfying(kept -> assertThat(kept)
                                .returns(told.visit().number(), Visit::number)
                                .returns(told.visit().state(), Visit::state)
                                .returns(told.visit().local(), Visit::local)
                                .returns(told.visit().officeId(), Visit::officeId));
            }
        }
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(4);
    }

    @RepeatedTest(5)
    void times_that_overlap_by_half_are_never_both_sold() {
        var office = moveEverybodyTo(2);
        var wishes = List.of(
                new Wish("RENT_TALK", at("2026-03-03T10:00")),
                new Wish("KEY_PICKUP", at("2026-03-03T10:00")),
                new Wish("KEY_PICKUP", at("2026-03-03T10:20")),
                new Wish("OTHER", at("2026-03-03T10:00")),
                new Wish("OTHER", at("2026-03-03T10:15")),
                new Wish("KEY_RETURN", at("2026-03-03T10:10")),
                new Wish("KEY_RETURN", at("2026-03-03T10:20")));
        var results = Race.of(RACERS, i -> () -> {
            var wish = wishes.get(i % wishes.size());
            return hold(people.get(i), wish.type, wish.start);
        });
        assertThat(results).allMatch(r -> r instanceof Booking.Done || r instanceof Booking.SlotTaken);
        assertThat(overlaps(office)).isZero();
    }

    @Test
    void a_whole_morning_is_sold_out_to_the_last_minute_and_no_further() {
        var office = moveEverybodyTo(2);
        var day = LocalDate.of(2026, 3, 3);
        var slots = town.as(people.getFirst(), () -> visits.free("KEY_PICKUP", day, day)).stream()
                .limit(12)
                .toList();
        var results = Race.of(
                RACERS,
                i -> () -> hold(people.get(i), "KEY_PICKUP", slots.get(i % 12).start()));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(24);
        assertThat(active(office)).isEqualTo(24);
        assertThat(overlaps(office)).isZero();
    }

    @Test
    void one_person_with_eight_fingers_gets_one_hold_and_every_finger_is_told_which() {
        moveEverybodyTo(4);
        var aino = people.getFirst();
        var results = Race.of(8, i -> () -> hold(aino, "KEY_PICKUP", at("2026-03-03T10:00")));
        assertThat(results)
                .extracting(r -> Expect.a(Booking.Done.class, r).visit().id())
                .containsOnly(
                        Expect.a(Booking.Done.class, results.getFirst()).visit().id());
        assertThat(town.db().fetchCount(VISIT, VISIT.RESIDENT_ID.eq(aino.id()).and(VISIT.STATE.eq(VisitState.HELD))))
                .isEqualTo(1);
    }

    @Test
    void one_person_in_eight_windows_has_one_open_visit_of_the_type_in_the_end() {
        moveEverybodyTo(4);
        var aino = people.get(1);
        var results = Race.of(
                8, i -> () -> hold(aino, "KEY_PICKUP", at("2026-03-03T10:00").plusMinutes(20L * i)));
        assertThat(results).allMatch(Booking.Done.class::isInstance);
        assertThat(town.db().fetchCount(VISIT, VISIT.RESIDENT_ID.eq(aino.id()).and(VISIT.STATE.eq(VisitState.HELD))))
                .isEqualTo(1);
    }

    @Test
    void two_fingers_on_confirm_book_once() {
        moveEverybodyTo(1);
        var aino = people.get(2);
        var held = Expect.a(Booking.Done.class, hold(aino, "KEY_PICKUP", at("2026-03-03T10:00")))
                .visit();
        var results = Race.of(8, i -> () -> town.as(aino, () -> visits.confirm(held.id())));
        assertThat(results).allMatch(Booking.Done.class::isInstance);
    }

    private UUID moveEverybodyTo(int counters) {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(VISIT)
                .set(VISIT.STATE, VisitState.EXPIRED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.STATE.in(VisitState.HELD, VisitState.BOOKED))
                .execute();
        var office = town.work().office(counters);
        town.homes().assignAllTo(office);
        return office;
    }

    private Booking hold(Caller who, String type, OffsetDateTime start) {
        return town.as(who, () -> visits.hold(type, start));
    }

    private static List<Caller.Resident> people(UUID office, int count) {
        var building = town.homes().building(office, town.work().crew("Huolto"));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        town.homes().resident("R" + i).livingAt(town.homes().home(building)))
                .toList();
    }

    private static int active(UUID office) {
        return town.db().fetchCount(VISIT, VISIT.OFFICE_ID.eq(office).and(VISIT.STATE.eq(VisitState.HELD)));
    }

    private static long overlaps(UUID office) {
        return town.db()
                .fetchOptional("""
                        select count(*) from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id
                        and a.during && b.during where a.office_id = ? and a.state = 'HELD' and b.state = 'HELD'
                        """, office)
                .map(r -> r.get(0, Long.class))
                .orElseThrow();
    }

    private record Wish(String type, OffsetDateTime start) {}
}
