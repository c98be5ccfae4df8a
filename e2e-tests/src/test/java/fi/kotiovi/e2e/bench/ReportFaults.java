package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** One fault with its first event, its work order and its letter in the outbox, again and again by eight residents at once. */
final class ReportFaults implements Bench.Measurement {
    private static final int RESIDENTS = 8;
    private static final int FAULTS = 6_000;
    private static final int WARM_UP = 1_500;
    private static final String TOLD = "Hana tippuu.";

    private static final String FAULT = """
            insert into fault (number, submission_id, building_id, home_id, resident_id, place_code, problem_code, urgency,
                description, phone, language, entry_consent, pets, state, filed_at, promised_by)
            select short_number('F', now(), nextval('fault_number')), ?, h.building_id, h.id, ?, 'KITCHEN',
                'WATER_LEAK_TAP_DRIPS', 'P3', ?, '+358401234567', 'FI', 'YES', 'NONE', 'RECEIVED', now(),
                now() + interval '3 days'
            from tenancy_resident m join tenancy t on t.id = m.tenancy_id join home h on h.id = t.home_id
            where m.resident_id = ? on conflict (submission_id) do nothing returning id""";

    private static final String FOLLOWS = """
            with f as (select f.id, b.crew_id, r.email, r.language, r.id as resident from fault f
                    join building b on b.id = f.building_id join resident r on r.id = f.resident_id where f.id = ?),
            w as (insert into work_order (number, fault_id, crew_id, state, urgency, created_at)
                select short_number('W', now(), nextval('work_order_number')), id, crew_id, 'NEW', 'P3', now() from f),
            e as (insert into fault_event (fault_id, version, state, at, actor)
                select id, 1, 'RECEIVED', now(), 'RESIDENT' from f)
            insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state,
                created_at, due_at)
            select 'FAULT_RECEIVED', id, 1, 'MAIL', 'NORMAL', email, language, resident, 'PENDING', now(), now() from f
            on conflict do nothing""";

    @Override
    public Report measure() {
        try (var ground = new Ground()) {
            var people = ground.residents(200);
            var deadlocks = ground.deadlocks();
            var left = new AtomicInteger();
            var reports = ground.portal(FaultReports.class);
            IntPredicate service = client -> {
                var n = left.getAndDecrement();
                return n > 0 && ground.as(who(people, n), () -> reports.file(report())) instanceof Filing.Filed;
            };
            IntPredicate bare = client -> {
                var n = left.getAndDecrement();
                return n > 0 && file(ground, who(people, n));
            };
            var recorded = people.stream()
                    .map(person -> recorded(ground, reports, person))
                    .toList();
            IntPredicate same = client -> {
                var n = left.getAndDecrement();
                return n > 0 && replayed(ground, recorded.get(n % recorded.size()));
            };
            run(left, service, WARM_UP);
            run(left, same, WARM_UP);
            run(left, bare, WARM_UP);
            var lean = run(left, bare, FAULTS);
            var limit = run(left, same, FAULTS);
            ground.owner().run("analyze");
            var before = whole(ground);
            var ours = run(left, service, FAULTS);
            return new Report("report-fault")
                    .compare(ours, limit)
                    .lean(ours, lean)
                    .put("statements", recorded.getLast().tape.length())
                    .put("wrong", Math.abs(ours.count() - (whole(ground) - before)) + Math.abs(ours.count() - FAULTS))
                    .put("deadlocks", ground.deadlocks() - deadlocks)
                    .put("filed", ours.count())
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

    private static ReportFault report() {
        return new ReportFault(
                UUID.randomUUID(),
                null,
                "KITCHEN",
                "WATER_LEAK_TAP_DRIPS",
                TOLD,
                "040 1234567",
                EntryConsent.YES,
                Pets.NONE,
                false,
                "",
                List.of());
    }

    private static boolean file(Ground ground, Caller.Resident who) {
        try (var connection = ground.portalConnection();
                var me = connection.prepareStatement("select set_config('kotiovi.resident', ?, true)");
                var fault = connection.prepareStatement(FAULT);
                var follows = connection.prepareStatement(FOLLOWS)) {
            me.setString(1, who.id().toString());
            me.execute();
            fault.setObject(1, UUID.randomUUID());
            fault.setObject(2, who.id());
            fault.setString(3, TOLD);
            fault.setObject(4, who.id());
            try (var filed = fault.executeQuery()) {
                if (!filed.next()) {
                    throw new IllegalStateException("The bare report was not filed");
                }
                follows.setObject(1, filed.getObject(1));
            }
            follows.executeUpdate();
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recorded recorded(Ground ground, FaultReports reports, Caller.Resident person) {
        var first = report();
        return new Recorded(Tape.of(() -> ground.as(person, () -> reports.file(first))), first.submission());
    }

    private static boolean replayed(Ground ground, Recorded recorded) {
        try (var connection = ground.portalConnection()) {
            recorded.tape.replay(connection, Map.of(recorded.submission, UUID.randomUUID()));
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reports that have everything that belongs to one, exactly once. */
    private static int whole(Ground ground) {
        return ground.owner().count("""
                select count(*) from fault f where f.description = ?
                and 1 = (select count(*) from fault_event e where e.fault_id = f.id)
                and 1 = (select count(*) from work_order w where w.fault_id = f.id)
                and 1 = (select count(*) from notification n where n.cause_id = f.id)""", TOLD);
    }

    /** What one resident's report said to the database. */
    private record Recorded(Tape tape, UUID submission) {}
}
