package fi.kotiovi.e2e.bench;

import com.icegreen.greenmail.util.GreenMailUtil;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Until;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How fast letters leave: a full outbox into a mail server on the same machine, beside the same number of mails sent
 * straight to that server, as many at a time. Then the office is killed in the middle, and then the mail server says
 * nothing for five minutes: nothing may be lost, and what came twice must be declared.
 */
final class OutboxRun implements Bench.Measurement {
    private static final int LETTERS = 3_000;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SILENCE = Duration.ofMinutes(5);

    @Override
    public Report measure() {
        var wires = new SilentWire[1];
        try (var house = new House(port -> {
            wires[0] = new SilentWire(port);
            return wires[0].port();
        })) {
            var limit = straight(house);
            var begun = System.nanoTime();
            write(house, 1);
            allSent(house, 1);
            var seconds = secondsSince(begun);

            write(house, 2);
            Until.isTrue("a third has left", PATIENCE, () -> sent(house, 2) >= LETTERS / 3);
            house.office().kill();
            house.office().start().awaitHealthy();
            allSent(house, 2);

            wires[0].silent(true);
            write(house, 3);
            pause(SILENCE);
            wires[0].silent(false);
            allSent(house, 3);

            var arrived = house.post().all().stream()
                    .filter(mail -> mail.to().startsWith("bench."))
                    .map(mail -> mail.to())
                    .toList();
            var lost = 3 * LETTERS - new HashSet<>(arrived).size();
            var repeats = arrived.size() - new HashSet<>(arrived).size();
            var declared = house.sql()
                    .count("select count(*) from notification where recipient like 'bench.%' and attempts > 1");
            return new Report("outbox")
                    .put("perSecond", LETTERS / seconds)
                    .put("limitPerSecond", limit)
                    .put("ratio", LETTERS / seconds / limit)
                    .put("letters", 3L * LETTERS)
                    .put("lost", lost)
                    .put("repeats", repeats)
                    .put("declaredTries", declared)
                    .put("undeclaredRepeats", Math.max(0, repeats - declared))
                    .put("silenceSeconds", SILENCE.toSeconds());
        } finally {
            if (wires[0] != null) {
                wires[0].close();
            }
        }
    }

    /** Mails per second without an outbox: made and sent, {@link #AT_ONCE} at a time. */
    private static double straight(House house) {
        var room = new Semaphore(AT_ONCE);
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < LETTERS; n++) {
                room.acquireUninterruptibly();
                var to = "straight." + n + "@example.org";
                threads.execute(() -> {
                    try {
                        house.post().send("asunnot@kotiovi.example", to, "Vastaus", GreenMailUtil.random(400));
                    } finally {
                        room.release();
                    }
                });
            }
        }
        return LETTERS / secondsSince(begun);
    }

    private static void write(House house, int round) {
        house.sql().run("""
                with c as (insert into contact (number, office_id, resident_id, channel, topic_code, subject, language,
                        state, arrived_at, promised_by, closed_at)
                    select 'O-' || ? || '-' || n, o.id, r.id, 'PORTAL_MESSAGE', t.code, 'Kysymys ' || n, 'FI', 'CLOSED',
                        now(), now(), now()
                    from generate_series(1, ?) n, (select min(id::text)::uuid id from office) o,
                        (select min(id::text)::uuid id from resident) r, (select min(code) code from contact_topic) t
                    returning id, number),
                m as (insert into contact_message (contact_id, submission_id, direction, body, at)
                    select id, gen_random_uuid(), 'OUT', repeat('Kyllä onnistuu. ', 25), now() from c)
                insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id,
                    state, created_at, due_at)
                select 'CONTACT_ANSWERED', id, 1, 'MAIL', 'NORMAL', 'bench.' || number || '@example.org', 'FI',
                    (select min(id::text)::uuid from resident), 'PENDING', now(), now() from c""", String.valueOf(round), LETTERS);
    }

    private static int sent(House house, int round) {
        return house.sql()
                .count(
                        "select count(*) from notification where state = 'SENT' and recipient like ?",
                        "bench.O-" + round + "-%");
    }

    private static void allSent(House house, int round) {
        Until.isTrue("every letter has left", PATIENCE, () -> sent(house, round) == LETTERS);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
