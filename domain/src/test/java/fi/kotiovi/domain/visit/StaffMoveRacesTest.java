package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.StaffMoves.Move;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clerks and residents who want the same minutes at one moment. */
class StaffMoveRacesTest {
    private static final int MOVERS = 12;

    @RegisterExtension
    static final Town town = Town.found();

    private final StaffMoves moves = town.backOffice(StaffMoves.class);
    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitDesk desk = town.backOffice(VisitDesk.class);
    private final Booked booked = new Booked(town);
    private long deadlocks;
    private UUID office = town.work().office(1);
    private Caller.Staff lead = town.work().clerk("Pekka", office, StaffRole.MANAGER);

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki(Town.START);
        deadlocks = town.deadlocks();
        office = town.work().office(2);
        lead = town.work().clerk("Pekka", office, StaffRole.MANAGER);
    }

    @AfterEach
    void nothingOverlapsAndNobodyWasStuck() {
        assertThat(town.deadlocks()).as("deadlocks").isEqualTo(deadlocks);
        assertThat(town.db().fetchOptional("""
                                select count(*) from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id
                                and a.during && b.during where a.office_id = ? and a.state in ('HELD', 'BOOKED', 'CHECKED_IN')
                                and b.state in ('HELD', 'BOOKED', 'CHECKED_IN')
                                """, office).map(r -> r.get(0, Long.class)))
                .contains(0L);
    }

    @RepeatedTest(3)
    void B27_clerks_move_different_visits_to_the_same_place_and_exactly_one_wins() {
        var all = bookings();
        var results = Race.of(MOVERS, i -> () -> move(all.get(i), "2026-03-05T09:00", 1, null));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Booking.SlotTaken.class::isInstance).hasSize(MOVERS - 1);
    }

    @RepeatedTest(3)
    void outside_the_opening_hours_with_a_reason_exactly_one_wins_too() {
        var all = bookings();
        var results = Race.of(
                MOVERS, i -> () -> move(all.get(i), i % 2 == 0 ? "2026-03-05T18:00" : "2026-03-05T18:05", 1, "Kiire"));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(1);
    }

    @RepeatedTest(3)
    void a_resident_books_while_clerks_move_and_both_counters_are_sold_once() {
        var all = bookings();
        var residents = IntStream.range(0, MOVERS)
                .mapToObj(i -> town.homes().residentOf(office, "U" + i))
                .toList();
        var results = Race.of(
                2 * MOVERS,
                i -> () -> i < MOVERS
                        ? move(all.get(i), "2026-03-05T09:00", 1 + i % 2, null)
                        : town.as(residents.get(i - MOVERS), () -> visits.hold("OTHER", at("2026-03-05T09:00"))));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(2);
        assertThat(results).allMatch(r -> r instanceof Booking.Done || r instanceof Booking.SlotTaken);
    }

    @RepeatedTest(3)
    void visits_that_want_each_others_places_at_any_counter_never_wait_for_each_other() {
        var all = bookings();
        var starts = List.of("2026-03-04T09:00", "2026-03-04T09:15", "2026-03-04T09:30", "2026-03-05T09:00");
        var results = Race.of(
                4 * MOVERS,
                i -> () -> town.as(
                        lead, () -> moves.move(new Move(all.get(i % MOVERS), at(starts.get(i % 4)), null, null))));
        assertThat(results).allMatch(r -> r instanceof Booking.Done || r instanceof Booking.SlotTaken);
    }

    @RepeatedTest(3)
    void somebody_marked_as_absent_turns_up_while_a_visit_moves_there_and_one_of_them_gets_the_counter() {
        var all = bookings();
        var absent = all.getFirst();
        town.clock.setHelsinki("2026-03-04T08:59");
        town.as(lead, () -> desk.step(absent, DeskStep.NO_SHOW));
        var results = Race.of(
                2,
                i -> () -> i == 0
                        ? move(all.getLast(), "2026-03-04T09:00", 1, null) instanceof Booking.Done
                        : town.as(lead, () -> desk.step(absent, DeskStep.CHECK_IN))
                                .isPresent());
        assertThat(results).containsOnlyOnce(true);
        town.db()
                .update(VISIT)
                .set(VISIT.STATE, VisitState.EXPIRED)
                .where(VISIT.OFFICE_ID.eq(office))
                .execute();
    }

    /** From nine on, a quarter of an hour each, first counter first. */
    private List<UUID> bookings() {
        return IntStream.range(0, MOVERS)
                .mapToObj(i -> booked.by(
                                town.homes().residentOf(office, "R" + i),
                                "OTHER",
                                at("2026-03-04T09:00").plusMinutes(15L * (i / 2)))
                        .id())
                .toList();
    }

    private Booking move(UUID visit, String start, int counter, @Nullable String override) {
        return town.as(lead, () -> moves.move(new Move(visit, at(start), counter, override)));
    }
}
