package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoHousing.Letting;
import fi.kotiovi.schema.demo.DemoHousing.Stay;
import fi.kotiovi.schema.demo.DemoHousing.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Visits to the office: the key visits that follow from moves, and the small errands of everybody else. */
final class DemoVisits {
    private static final Map<String, Integer> MINUTES = Map.of(
            "KEY_PICKUP",
            20,
            "KEY_RETURN",
            10,
            "EXTRA_KEY_PICKUP",
            10,
            "LOST_KEY",
            15,
            "BROKEN_KEY",
            10,
            "PARKING_ITEMS",
            10,
            "IDENTIFY",
            10,
            "RENT_TALK",
            30,
            "OTHER",
            15);
    private static final List<String> ERRANDS = List.of(
            "EXTRA_KEY_PICKUP",
            "EXTRA_KEY_PICKUP",
            "LOST_KEY",
            "BROKEN_KEY",
            "PARKING_ITEMS",
            "IDENTIFY",
            "IDENTIFY",
            "RENT_TALK",
            "RENT_TALK",
            "OTHER",
            "OTHER");
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final Seed seed = new Seed("visits");
    private final World world;
    private final VisitBook book = new VisitBook(seed);
    private final List<Visit> visits = new ArrayList<>();
    private final Set<UUID> coming = new HashSet<>();

    /** A visit as it came out. */
    record Visit(UUID id, Stay stay, String type, String state, Instant booked, VisitBook.Slot slot) {
        boolean served() {
            return state.equals("SERVED");
        }
    }

    DemoVisits(World world, DemoHousing housing) {
        this.world = world;
        housing.lettings().forEach(this::moves);
        errands(housing.settled());
        visits.sort(Comparator.comparing(Visit::booked));
    }

    private void moves(Letting letting) {
        if (letting.turn() == Turn.STAYS) {
            return;
        }
        var old = letting.stays().getFirst();
        var next = letting.stays().getLast();
        var last = Objects.requireNonNull(old.last());
        var returned = world.workDays().workDay(last.plusDays(1), 0);
        book(old, "KEY_RETURN", returned, Instant.MIN, WorkDays.at(returned, NOON));
        if (!letting.known()) {
            var fetched = world.workDays().workDay(next.from(), letting.turn() == Turn.VACANT ? 0 : seed.between(1, 2));
            book(next, "KEY_PICKUP", fetched, Instant.MIN, Instant.MAX);
        }
    }

    private void errands(List<Stay> stays) {
        int past = world.volume().visits()
                - (int) visits.stream().filter(Visit::served).count();
        int ahead = world.volume().upcomingVisits()
                - (visits.size() - (int) visits.stream().filter(Visit::served).count());
        while (past > 0) {
            var day = world.workDays()
                    .workDay(
                            world.today()
                                    .minusDays(seed.between(0, world.volume().days())),
                            0);
            if (book(
                            seed.pick(stays),
                            seed.pick(ERRANDS),
                            day,
                            Instant.MIN,
                            world.now().minusSeconds(900))
                    .isPresent()) {
                past--;
            }
        }
        while (ahead > 0) {
            var day = world.workDays().workDay(world.today(), seed.between(0, 9));
            var stay = seed.pick(stays);
            if (!coming.contains(stay.main().id())
                    && book(stay, seed.pick(ERRANDS), day, world.now().plusSeconds(1_800), Instant.MAX)
                            .isPresent()) {
                ahead--;
            }
        }
    }

    private Optional<Visit> book(Stay stay, String type, LocalDate day, Instant notBefore, Instant notAfter) {
        if (day.equals(DemoOffices.closedDay(world))) {
            return Optional.empty();
        }
        int minutes = Objects.requireNonNull(MINUTES.get(type));
        return book.take(stay.home().building().office(), day, minutes, notBefore, notAfter)
                .map(slot -> {
                    var ahead = slot.end().isAfter(world.now());
                    var earliest = slot.start().minus(14, ChronoUnit.DAYS);
                    var latest = ahead
                            ? world.now().minusSeconds(3_600)
                            : slot.start().minus(1, ChronoUnit.DAYS);
                    var booked = seed.instant(
                            earliest.isBefore(latest) ? earliest : latest.minus(3, ChronoUnit.DAYS), latest);
                    var state = ahead ? "BOOKED" : type.startsWith("KEY_") ? "SERVED" : outcome();
                    var visit = new Visit(seed.id(booked), stay, type, state, booked, slot);
                    visits.add(visit);
                    if (ahead) {
                        coming.add(stay.main().id());
                    }
                    return visit;
                });
    }

    private String outcome() {
        int of100 = seed.between(1, 100);
        return of100 <= 84
                ? "SERVED"
                : of100 <= 91 ? "NO_SHOW" : of100 <= 98 ? "CANCELLED_RESIDENT" : "CANCELLED_OFFICE";
    }

    /** In the order in which they were booked. */
    List<Visit> all() {
        return visits;
    }

    Optional<Visit> of(Stay stay, String type) {
        return visits.stream()
                .filter(visit -> visit.stay().equals(stay) && visit.type().equals(type) && visit.served())
                .findFirst();
    }
}
