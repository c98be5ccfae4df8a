package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;

/**
 * Thirty-two clients fight for the same slot, and when all its counters are gone, for the next one. A call is an
 * attempt: won with the confirmation and its letter in the outbox, or lost and told so. Not one slot may be sold
 * twice, and not one may be left over.
 */
final class SlotRace implements Bench.Measurement {
    private static final int CLIENTS = 32;
    private static final int SLOTS = 200;
    private static final int WARM_UP_SLOTS = 20;
    private static final String TYPE = "KEY_PICKUP";

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            ground.owner()
                    .run("update visit set state = 'CANCELLED_OFFICE', held_until = null"
                            + " where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')");
            long counters = ground.owner().count("select count(*) from counter");
            var people = ground.residents((int) (SLOTS * counters) + CLIENTS * 2);
            var slots = slots(ground, people.getFirst());
            var deadlocks = ground.deadlocks();
            race(ground, people, slots.subList(0, WARM_UP_SLOTS), bare(ground));
            race(ground, people, slots.subList(0, WARM_UP_SLOTS), service(ground));
            var limit = race(ground, people, slots, bare(ground));
            var limitSold = sold(ground);
            var ours = race(ground, people, slots, service(ground));
            var sold = sold(ground);
            return new Report("slot-race")
                    .compare(ours, limit)
                    .put("wrong", Math.abs(sold - slots.size() * counters) + oversold(ground) + withoutLetter(ground))
                    .put("deadlocks", ground.deadlocks() - deadlocks)
                    .put("sold", sold)
                    .put("offered", slots.size() * counters)
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
        boolean wins(Caller.Resident who, OffsetDateTime start);
    }

    private static Samples race(Ground ground, List<Caller.Resident> people, List<Slot> slots, Attempt attempt) {
        ground.owner()
                .run("update visit set state = 'CANCELLED_RESIDENT', held_until = null"
                        + " where state in ('HELD', 'BOOKED')");
        ground.owner().run("vacuum analyze visit");
        var fresh = new ConcurrentLinkedQueue<>(people);
        // each client looks only at its own place in these
        var who = new Caller.Resident[CLIENTS];
        Arrays.setAll(who, client -> fresh.remove());
        var at = new int[CLIENTS];
        IntPredicate call = client -> {
            if (at[client] >= slots.size()) {
                return false;
            }
            if (attempt.wins(who[client], slots.get(at[client]).start())) {
                who[client] = fresh.remove();
            } else {
                at[client]++;
            }
            return true;
        };
        return Crowd.run(CLIENTS, call);
    }

    private static Attempt service(Ground ground) {
        var visits = ground.portal(OfficeVisits.class);
        return (who, start) -> ground.as(who, () -> switch (visits.hold(TYPE, start)) {
            case Booking.Done held -> {
                if (visits.confirm(held.visit().id()) instanceof Booking.Done) {
                    yield true;
                }
                throw new IllegalStateException("A visit that was held could not be confirmed");
            }
            case Booking.SlotTaken taken -> false;
            case Booking other -> throw new IllegalStateException("Not an answer to a race: " + other);
        });
    }

    private static Attempt bare(Ground ground) {
        var owner = ground.owner();
        var place = owner.one("select b.office_id || ' ' || h.id from resident r join tenancy_resident m"
                        + " on m.resident_id = r.id join tenancy t on t.id = m.tenancy_id join home h on h.id = t.home_id"
                        + " join building b on b.id = h.building_id where r.given_name = 'Bench' limit 1")
                .split(" ", -1);
        return (who, start) -> {
            try (var connection = ground.portalConnection()) {
                var won = new BareBooking(connection, UUID.fromString(place[0]), UUID.fromString(place[1]))
                        .book(who, start);
                finish(connection, won);
                return won;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void finish(Connection connection, boolean won) throws SQLException {
        if (won) {
            connection.commit();
        } else {
            connection.rollback();
        }
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
