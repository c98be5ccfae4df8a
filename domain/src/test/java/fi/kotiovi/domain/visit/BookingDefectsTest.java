package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.StaffVisits.BookFor;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects that other booking systems had, by their ids in the field notes. */
class BookingDefectsTest {
    private static final List<DeskStep> STEPS = List.of(DeskStep.values());

    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private final LinkedVisits linked = town.portal(LinkedVisits.class);
    private final WaitingList waiting = town.portal(WaitingList.class);
    private final VisitUpkeep upkeep = town.backOffice(VisitUpkeep.class);
    private final WaitingListUpkeep offers = town.backOffice(WaitingListUpkeep.class);
    private final VisitDesk desk = town.backOffice(VisitDesk.class);
    private final StaffVisits staff = town.backOffice(StaffVisits.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private UUID home = office;
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        aino = town.homes().resident("Aino").livingAt(home);
        eino = town.homes().residentOf(office, "Eino");
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    }

    @Test
    void B02_a_held_time_is_taken_and_of_two_who_confirm_one_does() {
        var held = Booked.done(hold(aino, "2026-03-03T10:00"));
        Expect.a(Booking.SlotTaken.class, hold(eino, "2026-03-03T10:00"));
        town.clock.advance(OfficeVisits.HOLD);
        var second = Booked.done(hold(eino, "2026-03-03T10:00"));
        var answers = Race.of(
                2,
                i -> () -> i == 0
                        ? town.as(aino, () -> visits.confirm(held.id()))
                        : town.as(eino, () -> visits.confirm(second.id())));
        Expect.a(Booking.HoldExpired.class, answers.getFirst());
        Expect.a(Booking.Done.class, answers.getLast());
    }

    @Test
    void B08_bookings_changes_and_every_ticker_together_make_no_deadlock() {
        var busy = town.work().office(3);
        var people = IntStream.range(0, 24)
                .mapToObj(i -> town.homes().residentOf(busy, "R" + i))
                .toList();
        var before = town.deadlocks();
        Race.of(30, i -> i < 24 ? () -> restless(people.get(i), i) : () -> tick(i));
        assertThat(town.deadlocks()).isEqualTo(before);
        assertThat(overlaps(busy)).isZero();
    }

    @Test
    void B09_after_every_round_of_the_tickers_nothing_overlaps_and_nothing_old_is_in_the_way() {
        for (int round = 0; round < 6; round++) {
            hold(aino, "2026-03-03T%02d:00".formatted(10 + round));
            town.clock.advance(OfficeVisits.HOLD);
            tick(round);
            assertThat(overlaps(office)).isZero();
            var free = town.as(eino, () -> visits.free("OTHER", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3)));
            assertThat(free).extracting(Slot::start).anyMatch(at("2026-03-03T15:00")::isEqual);
        }
        assertThat(town.db().fetchCount(VISIT, VISIT.OFFICE_ID.eq(office).and(VISIT.STATE.eq(VisitState.HELD))))
                .isZero();
    }

    @Test
    void B11_every_way_to_a_time_asks_the_same_rules() {
        var visit = booked.by(aino, "OTHER", at("2026-03-05T10:00"));
        town.work().closed(office, at("2026-03-04T00:00"), at("2026-03-05T00:00"));
        var closed = at("2026-03-04T10:00");
        Expect.a(Booking.NotOffered.class, hold(eino, "2026-03-04T10:00"));
        Expect.a(Booking.NotOffered.class, town.as(aino, () -> changes.move(visit.id(), closed)));
        Expect.a(Booking.NotOffered.class, linked.move(booked.link(visit), closed));
        Expect.a(Booking.NotOffered.class, town.as(liisa, () -> staff.book(wish(eino, "2026-03-04T10:00"))));
    }

    @Test
    void B15_what_the_list_said_a_moment_ago_decides_nothing() {
        var day = LocalDate.of(2026, 3, 4);
        var seen = town.as(eino, () -> visits.free("OTHER", day, day)).getFirst();
        booked.by(aino, "OTHER", seen.start());
        var answer = town.as(eino, () -> visits.hold("OTHER", seen.start()));
        assertThat(Expect.a(Booking.SlotTaken.class, answer).nearest()).hasSize(3);
    }

    @Test
    void B26_a_visit_is_always_at_the_office_of_the_home_or_of_the_clerk() {
        var other = town.work().office(2);
        var hilja = town.homes().residentOf(other, "Hilja");
        assertThat(Booked.done(hold(hilja, "2026-03-04T10:00")).officeId()).isEqualTo(other);
        assertThat(Booked.done(hold(aino, "2026-03-04T10:00")).officeId()).isEqualTo(office);
        assertThat(Booked.done(town.as(liisa, () -> staff.book(wish(eino, "2026-03-04T11:00"))))
                        .officeId())
                .isEqualTo(office);
    }

    /** What may follow what; everything else never happens, whoever does what in whatever order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void B20_no_order_of_steps_leads_a_visit_anywhere_but_along_its_states(long seed) {
        var allowed = allowed();
        var random = new Random(seed);
        var visit = Booked.done(hold(aino, "2026-03-03T10:00"));
        var state = VisitState.HELD;
        for (int step = 0; step < 40; step++) {
            act(random, visit);
            var now = town.db()
                    .select(VISIT.STATE)
                    .from(VISIT)
                    .where(VISIT.ID.eq(visit.id()))
                    .fetchSingle(VISIT.STATE);
            if (now != state) {
                assertThat(allowed.getOrDefault(state, Set.of()))
                        .as("after %s", state)
                        .contains(now);
            }
            state = now;
        }
    }

    private void act(Random random, Visit visit) {
        switch (random.nextInt(9)) {
            case 0 -> town.as(aino, () -> visits.confirm(visit.id()));
            case 1 -> {
                if (random.nextInt(4) == 0) {
                    town.as(aino, () -> changes.cancel(visit.id()));
                }
            }
            case 2 ->
                town.as(
                        aino,
                        () -> changes.move(visit.id(), at("2026-03-03T%02d:00".formatted(9 + random.nextInt(6)))));
            case 3, 4, 5 -> town.as(liisa, () -> desk.step(visit.id(), STEPS.get(random.nextInt(STEPS.size()))));
            case 6 -> tick(1);
            case 7 -> town.as(eino, () -> visits.hold("OTHER", visit.start()));
            default -> town.clock.advance(Duration.ofMinutes(random.nextInt(12)));
        }
    }

    private static Map<VisitState, Set<VisitState>> allowed() {
        var allowed = new EnumMap<VisitState, Set<VisitState>>(VisitState.class);
        allowed.put(VisitState.HELD, EnumSet.of(VisitState.BOOKED, VisitState.EXPIRED));
        allowed.put(
                VisitState.BOOKED,
                EnumSet.of(
                        VisitState.CHECKED_IN,
                        VisitState.SERVING,
                        VisitState.NO_SHOW,
                        VisitState.CANCELLED_RESIDENT,
                        VisitState.CANCELLED_OFFICE));
        allowed.put(VisitState.CHECKED_IN, EnumSet.of(VisitState.SERVING, VisitState.SERVED));
        allowed.put(VisitState.SERVING, EnumSet.of(VisitState.SERVED));
        allowed.put(VisitState.NO_SHOW, EnumSet.of(VisitState.CHECKED_IN));
        return allowed;
    }

    /** Books, waits for an earlier time, moves, cancels. */
    private Integer restless(Caller.Resident who, int n) {
        var start = at("2026-03-04T09:00").plusMinutes(15L * (n % 8));
        if (town.as(who, () -> visits.hold("OTHER", start)) instanceof Booking.Done held) {
            var id = held.visit().id();
            town.as(who, () -> visits.confirm(id));
            town.as(who, () -> waiting.wish(id));
            town.as(who, () -> changes.move(id, start.plusHours(1 + n % 3)));
            if (n % 2 == 0) {
                town.as(who, () -> changes.cancel(id));
            }
        }
        return n;
    }

    private Integer tick(int n) {
        for (int round = 0; round < 5; round++) {
            upkeep.expireHolds();
            upkeep.endForgotten();
            upkeep.remind();
            offers.offerDue();
        }
        return n;
    }

    private Booking hold(Caller.Resident who, String start) {
        return town.as(who, () -> visits.hold("OTHER", at(start)));
    }

    private BookFor wish(Caller.Resident who, String start) {
        return new BookFor(who.id(), home, "OTHER", at(start), Attending.IN_PERSON, null);
    }

    private static long overlaps(UUID office) {
        return town.db()
                .fetchOptional("""
                        select count(*) from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id
                        and a.during && b.during where a.office_id = ? and a.state in ('HELD', 'BOOKED')
                        and b.state in ('HELD', 'BOOKED')
                        """, office)
                .map(r -> r.get(0, Long.class))
                .orElseThrow();
    }
}
