package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Sixteen at a time take the next of 100,000 who wait. Every call is made by somebody with empty hands, so that only
 * taking is measured; afterwards those who were taken must be exactly the oldest, each once.
 */
final class TakeNext implements Bench.Measurement {
    private static final int AGENTS = 16;
    private static final int WAITING = 100_000;
    private static final int TAKEN = 12_000;
    private static final int WARM_UP = 2_000;

    private static final String CLAIM = """
            with next as materialized (select id from contact where state = 'NEW' order by arrived_at, id limit 1
                for update skip locked),
            taken as (update contact c set state = 'TAKEN', owner_id = ?, lease_until = now() + interval '15 minutes',
                version = version + 1 from next where c.id = next.id returning c.id, c.resident_id)
            select id, resident_id from taken""";

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            var resident = ground.residents(1).getFirst().id();
            fill(ground, resident);
            var staff = staff(ground);
            var deadlocks = ground.deadlocks();
            var hand = new AtomicInteger();
            var queue = ground.office(ContactQueue.class);
            IntPredicate service = client -> {
                var who = hand.getAndIncrement();
                return who < staff.size()
                        && ground.as(staff.get(who), queue::takeNext).isPresent();
            };
            IntPredicate bare = client -> {
                var who = hand.getAndIncrement();
                return who < staff.size() && claim(ground, staff.get(who).id());
            };
            var first = staff.getFirst();
            var tape = Tape.of(() -> ground.as(first, queue::takeNext));
            IntPredicate same = client -> {
                var who = hand.getAndIncrement();
                return who < staff.size()
                        && replayed(ground, tape, first.id(), staff.get(who).id());
            };
            run(ground, staff, hand, service, WARM_UP);
            run(ground, staff, hand, same, WARM_UP);
            run(ground, staff, hand, bare, WARM_UP);
            var lean = run(ground, staff, hand, bare, TAKEN);
            var limit = run(ground, staff, hand, same, TAKEN);
            var ours = run(ground, staff, hand, service, TAKEN);
            var wrong = notTheOldest(ground) + Math.abs(ours.count() - taken(ground));
            return new Report("take-next")
                    .compare(ours, limit)
                    .lean(ours, lean)
                    .put("statements", tape.length())
                    .put("wrong", wrong)
                    .put("deadlocks", ground.deadlocks() - deadlocks)
                    .put("taken", ours.count())
                    .put("waiting", WAITING)
                    .put("agents", AGENTS);
        }
    }

    /** Puts everybody back into the line and lets {@code count} be taken. */
    static Samples run(Ground ground, List<Caller.Staff> staff, AtomicInteger hand, IntPredicate call, int count) {
        ground.owner()
                .run("update contact set state = 'NEW', owner_id = null, lease_until = null where state = 'TAKEN'");
        ground.owner().run("vacuum analyze contact");
        hand.set(staff.size() - count);
        return Crowd.run(AGENTS, call);
    }

    private static boolean claim(Ground ground, UUID who) {
        try (var connection = ground.officeConnection();
                var claim = connection.prepareStatement(CLAIM);
                var event = connection.prepareStatement(
                        "insert into contact_event (contact_id, kind, at, staff_id, reason) values (?, 'TAKEN', now(), ?, '')");
                var log = connection.prepareStatement(
                        "insert into access_log (resident_id, staff_id, reason, subject_id, at)"
                                + " values (?, ?, 'ANSWERING_CONTACT', ?, now())")) {
            claim.setObject(1, who);
            try (var taken = claim.executeQuery()) {
                if (!taken.next()) {
                    connection.rollback();
                    return false;
                }
                event.setObject(1, taken.getObject(1));
                event.setObject(2, who);
                log.setObject(1, taken.getObject(2));
                log.setObject(2, who);
                log.setObject(3, taken.getObject(1));
            }
            event.executeUpdate();
            log.executeUpdate();
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean replayed(Ground ground, Tape tape, UUID before, UUID who) {
        try (var connection = ground.officeConnection()) {
            tape.replay(connection, Map.of(before, who));
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void fill(Ground ground, UUID resident) {
        ground.owner()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, minutes_left = null, merged_into = null");
        ground.owner().run("""
                insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state,
                    arrived_at, promised_by)
                select 'B-' || n, (select min(id::text)::uuid from office), ?, 'PORTAL_MESSAGE',
                    (select min(code) from contact_topic), 'Kysymys ' || n, 'FI', 'NEW',
                    now() - interval '30 days' + n * interval '20 seconds', now() + interval '1 day'
                from generate_series(1, ?) n""", resident, WAITING);
    }

    static List<Caller.Staff> staff(Ground ground) {
        ground.owner().run("""
                insert into staff (office_id, given_name, family_name, email, phone, language)
                select (select min(id::text)::uuid from office), 'Bench', 'Agent', 'agent' || n || '@example.org',
                    '+358401234567', 'FI' from generate_series(1, ?) n""", TAKEN);
        ground.owner().run("analyze staff");
        return ground.owner().column("select id from staff where given_name = 'Bench'").stream()
                .map(id -> new Caller.Staff(
                        UUID.fromString(id), "Bench", "Agent", Language.FI, Set.of(StaffRole.AGENT), null, null))
                .toList();
    }

    static int taken(Ground ground) {
        return ground.owner().count("select count(*) from contact where state = 'TAKEN'");
    }

    static int notTheOldest(Ground ground) {
        return ground.owner().count("""
                select count(*) from contact where state = 'TAKEN'
                and (arrived_at, id) > (select arrived_at, id from contact where state = 'NEW' order by arrived_at, id limit 1)""");
    }
}
