package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;

/**
 * Many clients fight for the same slot, and when all its counters are gone, for the next one. A call is an attempt: won
 * with the confirmation and its letter in the outbox, or lost and told so. Not one slot may be sold twice, and not one
 * may be left over. First thirty-two clients, as many as there are connections, then eight times as many.
 */
final class SlotRace implements Bench.Measurement {
    private static final int CLIENTS = 32;
    private static final int CROWD = 256;
    private static final int SLOTS = 200;
    private static final int SLOTS_OF_CROWD = 40;
    private static final int WARM_UP_SLOTS = 200;
    static final String TYPE = "OTHER";

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            ground.owner()
                    .run("update visit set state = 'CANCELLED_OFFICE', held_until = null"
                            + " where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')");
            int counters = ground.owner().count("select count(*) from counter");
            var people = ground.residents(SLOTS * counters + CROWD);
            var slots = slots(ground, people.getFirst());
            var few = slots.subList(0, SLOTS_OF_CROWD);
            ground.free();
            var said = SlotTapes.of(ground, people, slots, counters);
            var service = service(ground);
            var deadlocks = ground.deadlocks();
            race(ground, people, slots.subList(0, WARM_UP_SLOTS), said::attempt, CLIENTS);
            race(ground, people, slots.subList(0, WARM_UP_SLOTS), service, CLIENTS);
            var limit = race(ground, people, slots, said::attempt, CLIENTS);
            var limitSold = sold(ground);
            var ours = race(ground, people, slots, service, CLIENTS);
            var sold = sold(ground);
            var wrong = Math.abs(sold - slots.size() * counters) + oversold(ground) + withoutLetter(ground);
            var limitOfCrowd = race(ground, people, few, said::attempt, CROWD);
            var oursOfCrowd = race(ground, people, few, service, CROWD);
            wrong += Math.abs(sold(ground) - few.size() * counters) + oversold(ground) + withoutLetter(ground);
            return new Report("slot-race")
                    .compare(ours, limit)
                    .put("perSecond256", oursOfCrowd.perSecond())
                    .put("limitPerSecond256", limitOfCrowd.perSecond())
                    .put("ratio256", oursOfCrowd.perSecond() / limitOfCrowd.perSecond())
                    .put("p50Ms256", oursOfCrowd.millis(0.5))
                    .put("p99Ms256", oursOfCrowd.millis(0.99))
                    .put("p999Ms256", oursOfCrowd.millis(0.999))
                    .put("statements", said.statementsToWin())
                    .put("statementsToLose", said.statementsToLose())
                    .put("wrong", wrong)
                    .put("deadlocks", ground.deadlocks() - deadlocks)
                    .put("sold", sold)
                    .put("offered", (long) slots.size() * counters)
                    .put("limitSold", limitSold)
                    .put("clients", CLIENTS);
        }
    }

    private static List<Slot> slots(Ground ground, Caller.Resident somebody) {
        var visits = ground.portal(OfficeVisits.class);
        var today = visits.today();
        return ground.as(somebody, () -> visits.free(TYPE, today.plusDays(1), visits.horizon())).stream()
                .limit(SLOTS)
                .toList();
    }

    /** One attempt of a resident at a time; true when it was won. */
    @FunctionalInterface
    private interface Attempt {
        boolean wins(Caller.Resident who, Slot slot);
    }

    private static Samples race(
            Ground ground, List<Caller.Resident> people, List<Slot> slots, Attempt attempt, int clients) {
        ground.free();
        var fresh = new ConcurrentLinkedQueue<>(people);
        // each client looks only at its own place in these
        var who = new Caller.Resident[clients];
        Arrays.setAll(who, client -> fresh.remove());
        var at = new int[clients];
        IntPredicate call = client -> {
            if (at[client] >= slots.size()) {
                return false;
            }
            if (attempt.wins(who[client], slots.get(at[client]))) {
                who[client] = fresh.remove();
            } else {
                at[client]++;
            }
            return true;
        };
        return Crowd.run(clients, call);
    }

    private static Attempt service(Ground ground) {
        var visits = ground.portal(OfficeVisits.class);
        return (who, slot) -> ground.as(who, () -> wins(visits, slot));
    }

    /** Holds and confirms, or is told that the slot is gone. */
    static boolean wins(OfficeVisits visits, Slot slot) {
        return switch (visits.hold(TYPE, slot.start())) {
            case Booking.Done held -> {
                if (visits.confirm(held.visit().id()) instanceof Booking.Done) {
                    yield true;
                }
                throw new IllegalStateException("A visit that was held could not be confirmed");
            }
            case Booking.SlotTaken taken -> false;
            case Booking other -> throw new IllegalStateException("Not an answer to a race: " + other);
        };
    }

    private static int sold(Ground ground) {
        return ground.owner().count("select count(*) from visit where state = 'BOOKED'");
    }

    private static int oversold(Ground ground) {
        return ground.owner().count("""
                select count(*) from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id
                and a.during && b.during where a.state = 'BOOKED' and b.state = 'BOOKED'""");
    }

    private static int withoutLetter(Ground ground) {
        return ground.owner()
                .count(
                        "select count(*) from visit v where v.state = 'BOOKED' and 1 <>"
                                + " (select count(*) from notification n where n.cause_id = v.id and n.kind = 'VISIT_CONFIRMED')");
    }
}
