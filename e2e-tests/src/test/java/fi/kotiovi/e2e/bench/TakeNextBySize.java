package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.identity.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * The same as {@link TakeNext} beside ten thousand to ten million contacts that are done: an archive must not make the
 * line slower. Once more with a transaction that stays open for the whole run, as a forgotten console would, because it
 * keeps the database from cleaning up what was taken.
 */
final class TakeNextBySize implements Bench.Measurement {
    private static final int[] DONE = {10_000, 100_000, 1_000_000, 10_000_000};
    private static final int AT_ONCE = 500_000;
    private static final int TAKEN = 6_000;
    private static final int WARM_UP = 2_000;

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            var resident = ground.residents(1).getFirst().id();
            TakeNext.fill(ground, resident);
            var staff = TakeNext.staff(ground);
            var deadlocks = ground.deadlocks();
            var hand = new AtomicInteger();
            var queue = ground.office(ContactQueue.class);
            IntPredicate service = client -> {
                var who = hand.getAndIncrement();
                return who < staff.size()
                        && ground.as(staff.get(who), queue::takeNext).isPresent();
            };
            var first = staff.getFirst();
            var tape = Tape.of(() -> ground.as(first, queue::takeNext));
            IntPredicate bare = client -> {
                var who = hand.getAndIncrement();
                return who < staff.size()
                        && TakeNext.replayed(
                                ground, tape, first.id(), staff.get(who).id());
            };
            TakeNext.run(ground, staff, hand, service, WARM_UP);
            TakeNext.run(ground, staff, hand, bare, WARM_UP);
            var report = new Report("take-next-sizes");
            var slowest = Double.MAX_VALUE;
            var fastest = 0.0;
            var wrong = 0;
            var worst = Double.MAX_VALUE;
            var there = 0;
            for (var size : DONE) {
                grow(ground, there, size);
                there = size;
                var limit = TakeNext.run(ground, staff, hand, bare, TAKEN).perSecond();
                var ours = TakeNext.run(ground, staff, hand, service, TAKEN);
                wrong += TakeNext.notTheOldest(ground) + Math.abs(ours.count() - TakeNext.taken(ground));
                slowest = Math.min(slowest, ours.perSecond());
                fastest = Math.max(fastest, ours.perSecond());
                worst = Math.min(worst, ours.perSecond() / limit);
                report.put("perSecond" + named(size), ours.perSecond()).put("limitPerSecond" + named(size), limit);
            }
            var held = whileOneSleeps(ground, staff, hand, service);
            wrong += TakeNext.notTheOldest(ground);
            return report.put("fastestToSlowest", fastest / slowest)
                    .put("worstRatio", worst)
                    .put("perSecondWithIdleTransaction", held)
                    .put("idleRatio", held / slowest)
                    .put("wrong", wrong)
                    .put("deadlocks", ground.deadlocks() - deadlocks);
        }
    }

    private static double whileOneSleeps(
            Ground ground, List<Caller.Staff> staff, AtomicInteger hand, IntPredicate service) {
        try (var sleeper = ground.officeConnection();
                var look = sleeper.prepareStatement("select count(*) from office")) {
            sleeper.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            look.executeQuery().close();
            var held = TakeNext.run(ground, staff, hand, service, TAKEN).perSecond();
            sleeper.rollback();
            sleeper.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More that are done, in portions, so that no transaction is enormous. */
    private static void grow(Ground ground, int from, int to) {
        for (var next = from; next < to; next += AT_ONCE) {
            ground.owner().run("""
                    insert into contact (number, office_id, channel, topic_code, subject, language, state, arrived_at,
                        promised_by, closed_at)
                    select 'D-' || n, o.id, 'PORTAL_MESSAGE', t.code, 'Vanha kysymys', 'FI', 'CLOSED',
                        now() - interval '3 years' + n * interval '8 seconds', now(), now()
                    from generate_series(?, ?) n, (select min(id::text)::uuid id from office) o,
                        (select min(code) code from contact_topic) t""", next + 1, Math.min(to, next + AT_ONCE));
            System.out.printf("%,d done contacts%n", Math.min(to, next + AT_ONCE));
        }
    }

    private static String named(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "M" : size / 1_000 + "k";
    }
}
