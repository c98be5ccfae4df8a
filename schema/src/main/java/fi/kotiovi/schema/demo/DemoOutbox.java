package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoPeople.Resident;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Mail and text messages of the last weeks, all of them sent: the demo must never send anything by itself. */
final class DemoOutbox {
    private static final int WEEKS = 3;

    private final Seed seed = new Seed("outbox");
    private final World world;
    private final Rows.Table table;

    DemoOutbox(World world) {
        this.world = world;
        table = world.rows()
                .table(
                        "notification",
                        "id, kind, cause_id, sequence, channel, lane, recipient, language, resident_id, staff_id, state,"
                                + " created_at, due_at, attempts, message_id, subject, body, sent_at");
    }

    /** A mail to a resident, worded by {@code mail.TEXT} in their language; left out where it is long ago. */
    void sent(String kind, String text, UUID cause, int sequence, Resident to, Instant at, String number, String when) {
        if (to.email() == null || !recent(at)) {
            return;
        }
        var id = seed.id(at);
        table.add(
                id,
                kind,
                cause,
                sequence,
                "MAIL",
                "NORMAL",
                to.email(),
                to.language(),
                to.id(),
                null,
                "SENT",
                at,
                at,
                1,
                "<" + id + "@kotiovi.example.org>",
                Bank.say("mail." + text, to.language(), "number", number),
                Bank.say("mail." + text + ".body", to.language(), "name", to.given(), "when", when),
                at.plusSeconds(seed.between(1, 9)));
    }

    /** The text message that woke somebody. */
    void alerted(UUID alert, int step, Person to, Instant at, String body) {
        if (recent(at)) {
            var id = seed.id(at);
            table.add(
                    id,
                    "ALERT",
                    alert,
                    step,
                    "SMS",
                    "ALERT",
                    to.phone(),
                    Language.FI,
                    null,
                    to.id(),
                    "SENT",
                    at,
                    at,
                    1,
                    "<" + id + "@kotiovi.example.org>",
                    null,
                    body,
                    at.plusSeconds(1));
        }
    }

    private boolean recent(Instant at) {
        return at.isAfter(world.now().minus(WEEKS * 7, ChronoUnit.DAYS))
                && at.plusSeconds(10).isBefore(world.now());
    }
}
