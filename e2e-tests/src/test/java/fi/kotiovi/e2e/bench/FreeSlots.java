package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.OfficeVisits;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * The free times of the whole bookable month, as the page that offers them asks for them, at an office whose counters
 * have a year of bookings behind and before them, four in five taken.
 */
final class FreeSlots implements Bench.Measurement {
    /** As many at once as a small machine has processors: more would measure how they wait for those. */
    private static final int RESIDENTS = 2;

    private static final int CALLS = 4_000;
    private static final int WARM_UP = 1_000;
    private static final double TARGET_MILLIS = 20;

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            var people = ground.residents(100);
            ground.free();
            fill(ground);
            var visits = ground.portal(OfficeVisits.class);
            var first = visits.today();
            var one = people.getFirst();
            var last = ground.as(one, visits::horizon);
            var left = new AtomicInteger();
            // what is read once in a process is no part of an ordinary call
            ground.as(one, () -> visits.free(SlotRace.TYPE, first, last));
            var tape = Tape.of(() -> ground.as(one, () -> visits.free(SlotRace.TYPE, first, last)));
            IntPredicate service = client -> {
                var n = left.getAndDecrement();
                return n > 0
                        && !ground.as(who(people, n), () -> visits.free(SlotRace.TYPE, first, last))
                                .isEmpty();
            };
            IntPredicate same = client -> {
                var n = left.getAndDecrement();
                return n > 0 && replayed(ground, tape, one, who(people, n));
            };
            run(left, service, WARM_UP);
            run(left, same, WARM_UP);
            var limit = run(left, same, CALLS);
            var ours = run(left, service, CALLS);
            var free = ground.as(one, () -> visits.free(SlotRace.TYPE, first, last));
            return new Report("free-slots")
                    .compare(ours, limit)
                    .put("targetP99Ms", TARGET_MILLIS)
                    .put("statements", tape.length())
                    .put("wrong", CALLS - ours.count())
                    .put("free", free.size())
                    .put("booked", ground.owner().count("select count(*) from visit where state = 'BOOKED'"))
                    .put("clients", RESIDENTS);
        }
    }

    private static Samples run(AtomicInteger left, IntPredicate call, int count) {
        left.set(count);
        return Crowd.run(RESIDENTS, call);
    }

    private static Caller.Resident who(List<Caller.Resident> people, int n) {
        return people.get(n % people.size());
    }

    private static boolean replayed(Ground ground, Tape tape, Caller.Resident before, Caller.Resident who) {
        try (var connection = ground.portalConnection()) {
            tape.replay(connection, Map.of(before.id(), who.id()));
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody else at every counter every twenty minutes of a year of days, but for every fifth time. */
    private static void fill(Ground ground) {
        ground.owner().run("""
                with times as (select c.office_id, c.id as counter, row_number() over () as n,
                        (current_date - 183 + d + time '08:00' + s * interval '20 minutes') as wall
                    from counter c, generate_series(0, 365) d, generate_series(0, 26) s),
                kept as (select * from times where n % 5 <> 0),
                people as (insert into resident (given_name, family_name, phone, language)
                    select 'Visitor', 'Number' || n, '+358401234567', 'FI' from kept returning id)
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, state, during,
                    local_start, zone, created_at)
                select 'B-' || k.n, k.office_id, k.counter, 'KEY_PICKUP', p.id, 'BOOKED',
                    tstzrange(k.wall at time zone 'Europe/Helsinki', (k.wall + interval '20 minutes') at time zone 'Europe/Helsinki'),
                    k.wall, 'Europe/Helsinki', now()
                from (select *, row_number() over () as r from kept) k
                join (select id, row_number() over () as r from people) p on p.r = k.r on conflict do nothing""");
        ground.owner().run("vacuum analyze visit");
    }
}
