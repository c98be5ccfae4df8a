package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * The first weekday of a month: ten thousand residents want one of six hundred times, while the lead of the office changes
 * its hours again and again and twenty clerks call the next in line. Nobody may be told "booked" who is not.
 */
final class MonthChange implements Bench.Measurement {
    private static final int RESIDENTS = 10_000;
    private static final int SLOTS = 600;

    /** How long such a visit takes. */
    private static final int MINUTES = 15;

    private static final int CLIENTS = 32;
    private static final int TRIES = 3;
    private static final double TARGET_SECONDS = 600;

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            ground.owner()
                    .run("update visit set state = 'CANCELLED_OFFICE', held_until = null"
                            + " where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')");
            var people = ground.residents(RESIDENTS);
            var hall = new BusyHall(ground);
            ground.free();
            var visits = ground.portal(OfficeVisits.class);
            var times = first(ground.as(
                    people.getFirst(),
                    () -> visits.free(SlotRace.TYPE, visits.today().plusDays(1), visits.horizon())));
            Queue<String> told = new ConcurrentLinkedQueue<>();
            var next = new AtomicInteger();
            IntPredicate resident = client -> {
                var n = next.getAndIncrement();
                if (n < people.size()) {
                    wants(ground, people.get(n), times).ifPresent(id -> told.add(id.toString()));
                }
                return n < people.size();
            };
            var deadlocks = ground.deadlocks();
            hall.offersNothingFrom(times.getLast().start().plusMinutes(MINUTES));
            hall.opens(times.get(times.size() / 2).local().toLocalDate());
            var samples = Crowd.run(CLIENTS, resident);
            hall.closes();
            var limit = commits(ground, people);
            return report(ground, samples, limit, told)
                    .put("offered", times.stream().mapToInt(Slot::free).sum())
                    .put("changesOfHours", hall.changes())
                    .put("called", hall.calls())
                    .put("deadlocks", ground.deadlocks() - deadlocks)
                    .put("clients", CLIENTS)
                    .put("clerks", BusyHall.CLERKS);
        }
    }

    /** What must not be is counted by looking at what is there when everybody has gone. */
    private static Report report(Ground ground, Samples samples, Samples limit, Queue<String> told) {
        var booked = new HashSet<>(ground.owner().column("select id from visit where state = 'BOOKED'"));
        var heard = new HashSet<>(told);
        var notBooked = heard.stream().filter(id -> !booked.contains(id)).count();
        var notTold = booked.stream().filter(id -> !heard.contains(id)).count();
        var twice = ground.owner()
                .count("select count(*) from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id"
                        + " and a.during && b.during where a.state = 'BOOKED' and b.state = 'BOOKED'");
        var calledTwice = ground.owner()
                .count("select count(*) from (select ticket_id from ticket_event where kind = 'CALLED'"
                        + " group by ticket_id having count(*) > 1) t");
        return new Report("month-change")
                .compare(samples, limit)
                .put("seconds", samples.count() / samples.perSecond())
                .put("targetSeconds", TARGET_SECONDS)
                .put("residents", samples.count())
                .put("sold", booked.size())
                .put("wrong", notBooked + twice + calledTwice)
                .put("lost", notTold);
    }

    /** One of the times by chance; when it is gone, the nearest of those offered instead. Empty when not booked. */
    private static Optional<UUID> wants(Ground ground, Caller.Resident who, List<Slot> times) {
        var visits = ground.portal(OfficeVisits.class);
        var wanted =
                times.get(ThreadLocalRandom.current().nextInt(times.size())).start();
        for (int i = 0; i < TRIES; i++) {
            OffsetDateTime start = wanted;
            var instead = List.<Slot>of();
            switch (ground.as(who, () -> visits.hold(SlotRace.TYPE, start))) {
                case Booking.Done held -> {
                    var id = held.visit().id();
                    // when the hours were cut between the two, nobody is told that it is booked
                    return ground.as(who, () -> visits.confirm(id)) instanceof Booking.Done
                            ? Optional.of(id)
                            : Optional.empty();
                }
                case Booking.SlotTaken taken -> instead = taken.nearest();
                case Booking.NotOffered not -> instead = not.nearest();
                default -> throw new IllegalStateException("Nobody here has booked before");
            }
            if (instead.isEmpty()) {
                break;
            }
            wanted = instead.getFirst().start();
        }
        return Optional.empty();
    }

    /** So many times of the soonest days as make six hundred visits. */
    private static List<Slot> first(List<Slot> offered) {
        var times = new ArrayList<Slot>();
        var places = 0;
        for (var slot : offered) {
            if (places >= SLOTS) {
                break;
            }
            places += slot.free();
            times.add(slot);
        }
        return times;
    }

    /** The floor under any booking: one row written and committed, by as many at once. */
    private static Samples commits(Ground ground, List<Caller.Resident> people) {
        ground.owner().run("create table bare (id uuid primary key default uuidv7(), who uuid not null)");
        ground.owner().run("grant insert on bare to kotiovi_portal");
        var left = new AtomicInteger(people.size());
        return Crowd.run(CLIENTS, client -> {
            var n = left.decrementAndGet();
            return n >= 0
                    && ground.commits(
                            "insert into bare (who) values (?)", people.get(n).id());
        });
    }
}
