package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.house.Jars;
import fi.kotiovi.e2e.house.Sql;
import fi.kotiovi.e2e.house.Tenants;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.KeyLogCheck;
import fi.kotiovi.schema.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The program and PostgreSQL are killed again and again while people book, are called, get keys and answers. Whatever somebody was
 * told is there, whatever nobody was told is there whole or not at all, and no letter is written twice.
 */
class CrashIT {
    private static final int ROUNDS = 4;
    private static final int POWER_CUTS = 2;
    private static final int PEOPLE = 240;
    private static final int VISITORS = 600;
    private static final int LINES_A_ROUND = 150;

    /** What may be found after somebody was told so, with a step more that nobody lived to tell. */
    private static final Map<String, List<String>> AFTER = Map.of(
            "HELD", List.of("HELD", "BOOKED", "CANCELLED_RESIDENT", "EXPIRED"),
            "BOOKED", List.of("BOOKED", "CANCELLED_RESIDENT"),
            "CANCELLED", List.of("CANCELLED_RESIDENT"),
            "CALLED", List.of("CALLED", "SERVING", "SERVED"),
            "SERVING", List.of("SERVING", "SERVED"),
            "SERVED", List.of("SERVED"));

    @Test
    void what_was_told_outlives_every_kill_and_nothing_is_done_by_halves() throws IOException {
        var data = Files.createTempDirectory(Files.createDirectories(Jars.target()), "crash");
        Files.createDirectories(Jars.target().resolve("logs"));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        var database = EmbeddedDatabase.start(data, 0);
        try {
            DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
            var owner = new Sql(database.as(Migration.OWNER));
            Tenants.moveIn(owner, PEOPLE + VISITORS);
            standAtTheCounter(owner);
            for (int round = 0; round < ROUNDS; round++) {
                try (var toil = new ToilProcess(database.jdbcUrl(), told)) {
                    // another step each time, for the lines of all come as they come
                    toil.says(LINES_A_ROUND + round);
                }
                holds(owner, told);
            }
            try (var toil = new ToilProcess(database.jdbcUrl(), told)) {
                for (int cut = 0; cut < POWER_CUTS; cut++) {
                    toil.says(LINES_A_ROUND);
                    kill(data);
                    // what is left of it in this program
                    database.close();
                    database = EmbeddedDatabase.start(data, database.port());
                    owner = new Sql(database.as(Migration.OWNER));
                }
                toil.says(LINES_A_ROUND);
            }
            holds(owner, told);
            assertThat(told.stream().map(CrashIT::what))
                    .as("every kind of step was among them")
                    .contains("HELD", "BOOKED", "MOVED", "CANCELLED", "TAKEN", "CALLED", "SERVING", "SERVED", "HANDED")
                    .contains("WRITTEN", "IN_HAND", "ANSWERED", "WITHDRAWN");
            assertThat(KeyLogCheck.check(database.jdbcUrl(), Migration.OWNER, null, "")
                            .whole())
                    .isTrue();
        } finally {
            database.close();
        }
    }

    /** As if the power of the database's machine went. */
    private static void kill(Path data) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        var server = ProcessHandle.of(pid).orElseThrow();
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Somebody at the counter for each key that hangs ready. */
    private static void standAtTheCounter(Sql owner) {
        owner.run("""
                with visitors as (
                  select r.id as resident, h.id as home, h.building_id as building, b.office_id as office, row_number() over (order by r.id) as n
                  from resident r join tenancy_resident m on m.resident_id = r.id join tenancy t on t.id = m.tenancy_id
                    join home h on h.id = t.home_id join building b on b.id = h.building_id
                  where r.given_name = 'Bench' order by r.id desc limit ?),
                keys as (
                  insert into key (office_id, building_id, home_id, tag, hook, kind, lock_system, serial, state)
                  select office, building, home, 'K-' || 700000 + n, 'A ' || lpad((n % 20 + 1)::text, 2, '0'), 'FLAT', 'MECHANICAL',
                    'S' || n, 'IN_STORE' from visitors returning id),
                held as (
                  insert into key_custody (key_id, during, holder) select id, '[2020-01-01,)', 'OFFICE' from keys)
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, created_at)
                select 'T-' || n, office, (select c.id from counter c where c.office_id = office and c.number = 4), 'KEY_PICKUP',
                  resident, home, 'SERVING', tstzrange(s, s + interval '5 minutes'), s at time zone 'Europe/Helsinki', 'Europe/Helsinki', now()
                from visitors, lateral (select date_trunc('hour', now()) - interval '60 days' + n * interval '10 minutes' as s) as past""", VISITORS);
    }

    private static void holds(Sql owner, Queue<String> told) {
        var last = told.stream()
                .filter(line -> AFTER.containsKey(what(line)))
                .collect(Collectors.toMap(CrashIT::whose, CrashIT::what, (before, after) -> after));
        var states =
                owner
                        .column("select id || ' ' || state from visit union all select id || ' ' || state from ticket")
                        .stream()
                        .collect(Collectors.toMap(CrashIT::what, CrashIT::whose));
        assertThat(last)
                .as("what was told is there")
                .allSatisfy((id, what) -> assertThat(Optional.ofNullable(states.get(id)))
                        .as("%s after %s", id, what)
                        .hasValueSatisfying(state -> assertThat(AFTER.get(what)).contains(state)));
        var moved = told.stream().filter(line -> what(line).equals("MOVED")).toList();
        for (var line : moved) {
            var words = line.split(" ", -1);
            assertThat(owner.count(
                            "select count(*) from visit where id = ?::uuid and lower(during) = ?::timestamptz",
                            words[1],
                            words[2]))
                    .as(line)
                    .isEqualTo(1);
        }
        assertThat(owner.column("select ticket_label(lane, number) from ticket where day >= current_date - 1"))
                .doesNotHaveDuplicates()
                .containsAll(told.stream()
                        .filter(line -> what(line).equals("TAKEN"))
                        .map(CrashIT::whose)
                        .toList());
        assertThat(owner.column("select id from key where state = 'HANDED_OUT'"))
                .containsAll(told.stream()
                        .filter(line -> what(line).equals("HANDED"))
                        .map(CrashIT::whose)
                        .toList());
        halves(owner);
        LineHolds.check(owner, told);
    }

    /** Nothing is there without what belongs to it. */
    private static void halves(Sql owner) {
        assertThat(owner.column("""
                with v as (
                  select v.id, v.state, v.ics_sequence,
                    (select count(*) from visit_event e where e.visit_id = v.id and e.kind = 'BOOKED') as booked,
                    (select count(*) from visit_event e where e.visit_id = v.id and e.kind = 'MOVED') as moved,
                    (select count(*) from visit_event e where e.visit_id = v.id and e.kind = 'CANCELLED_RESIDENT') as cancelled,
                    (select count(*) from notification n where n.cause_id = v.id and n.kind = 'VISIT_CONFIRMED') as told_booked,
                    (select count(*) from notification n where n.cause_id = v.id and n.kind = 'VISIT_MOVED') as told_moved,
                    (select count(*) from notification n where n.cause_id = v.id and n.kind = 'VISIT_CANCELLED') as told_cancelled
                  from visit v join resident r on r.id = v.resident_id where r.given_name = 'Bench' and v.number not like 'T-%')
                select id || ' ' || state from v where booked <> told_booked or moved <> told_moved or cancelled <> told_cancelled
                  or booked <> (state in ('BOOKED', 'CANCELLED_RESIDENT'))::int
                  or cancelled <> (state = 'CANCELLED_RESIDENT')::int
                  or ics_sequence <> moved + cancelled"""))
                .as("visits whose events and letters do not fit")
                .isEmpty();
        assertThat(owner.column("""
                select a.id from visit a join visit b on a.counter_id = b.counter_id and a.id < b.id and a.during && b.during
                where a.state in ('HELD', 'BOOKED', 'SERVING') and b.state in ('HELD', 'BOOKED', 'SERVING')""")).as("visits at one counter at one time").isEmpty();
        assertThat(owner.column("""
                with t as (
                  select t.id, t.state, t.calls,
                    (select count(*) from ticket_event e where e.ticket_id = t.id and e.kind = 'CALLED') as called,
                    (select count(*) from ticket_event e where e.ticket_id = t.id and e.kind = 'SERVING') as serving,
                    (select count(*) from ticket_event e where e.ticket_id = t.id and e.kind = 'SERVED') as served
                  from ticket t where t.day >= current_date - 1 and t.visit_id is null)
                select id || ' ' || state from t where called > 1 or calls <> called
                  or called <> (state in ('CALLED', 'SERVING', 'SERVED'))::int
                  or serving <> (state in ('SERVING', 'SERVED'))::int or served <> (state = 'SERVED')::int"""))
                .as("numbers whose events do not fit, or called twice")
                .isEmpty();
        assertThat(owner.column("""
                with k as (
                  select k.id, (k.state = 'HANDED_OUT')::int as out,
                    (select count(*) from key_event e where e.key_id = k.id and e.kind = 'HANDED_OUT') as logged,
                    (select count(*) from key_custody c where c.key_id = k.id and upper_inf(c.during) and c.holder = 'RESIDENT') as held,
                    (select count(*) from key_handover_key i where i.key_id = k.id) as signed,
                    (select count(*) from key_handover_key i join notification n on n.cause_id = i.handover_id
                      and n.kind = 'KEY_RECEIPT' where i.key_id = k.id) as told
                  from key k where k.tag like 'K-70%')
                select id from k where logged <> out or held <> out or signed <> out or told <> out""")).as("keys that are half handed over").isEmpty();
    }

    private static String what(String line) {
        return line.split(" ", -1)[0];
    }

    private static String whose(String line) {
        return line.split(" ", -1)[1];
    }
}
