package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoContacts.Contact;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes contacts down with their messages, notes and what was done with them. */
final class DemoContactRows {
    private final Seed seed = new Seed("contact rows");
    private final World world;
    private final DemoStaff staff;
    private final DemoOutbox outbox;
    private final Rows.Table contactTable;
    private final Rows.Table messageTable;
    private final Rows.Table noteTable;
    private final Rows.Table eventTable;
    private final Rows.Table accessTable;
    private final Map<UUID, Instant> lastTaken = new HashMap<>();
    private int waiting;

    DemoContactRows(World world, DemoContacts contacts, DemoStaff staff, DemoOutbox outbox) {
        this.world = world;
        this.staff = staff;
        this.outbox = outbox;
        contactTable = world.rows()
                .table(
                        "contact",
                        "id, number, office_id, resident_id, home_id, channel, topic_code, subject, language, state,"
                                + " arrived_at, promised_by, returned_reason, mark, skips, version, closed_at");
        messageTable = world.rows()
                .table("contact_message", "id, contact_id, submission_id, direction, body, at, resident_id, staff_id");
        noteTable = world.rows().table("contact_note", "id, contact_id, body, at, staff_id");
        eventTable = world.rows().table("contact_event", "id, contact_id, kind, at, staff_id, reason");
        accessTable = world.rows().table("access_log", "id, resident_id, staff_id, reason, subject_id, at");
        var numbers = new Numbers("C");
        int done = 0;
        for (var contact : contacts.all()) {
            new Case(contact, numbers.next(contact.arrived())).write();
            world.progress("contacts", ++done, contacts.all().size());
            world.rows().flushWhenFull();
        }
        numbers.remember(world.rows(), "contact_number");
    }

    /** One contact on its way through the office. */
    private final class Case {
        private final Contact contact;
        private final String number;
        private final UUID id;
        private final Person clerk;
        private int events;
        private String returned = "";

        Case(Contact contact, String number) {
            this.contact = contact;
            this.number = number;
            id = seed.id(contact.arrived());
            clerk = seed.pick(
                    staff.with("AGENT", contact.stay().home().building().office()));
        }

        void write() {
            message("IN", contact.text().message(), contact.arrived(), false);
            event("ARRIVED", contact.arrived(), null, "");
            if (contact.waiting()) {
                handBackOne();
                row("NEW", null);
            } else {
                answer();
            }
            if (!contact.text().note().isEmpty()) {
                var at = contact.arrived().plusSeconds(seed.between(60, 500));
                noteTable.add(seed.id(at), id, contact.text().note(), at, clerk.id());
            }
        }

        private void answer() {
            var language = contact.stay().main().language();
            var planned = world.workDays().after(contact.arrived(), seed.between(20, 420));
            var taken = inTurn(planned.minusSeconds(seed.between(60, 600)));
            var at = later(planned, taken.plusSeconds(60));
            event("TAKEN", taken, clerk, "");
            look(at);
            message(
                    "OUT",
                    contact.text().answer() + "\n\n" + Bank.say("greeting", language, "clerk", clerk.given()),
                    at,
                    true);
            event("ANSWERED", at, clerk, "");
            outbox.sent("CONTACT_ANSWERED", "contact", id, 1, contact.stay().main(), at, number, "");
            var thanked = at.plusSeconds(seed.between(600, 18_000));
            var read = world.workDays().after(thanked, seed.between(20, 200));
            if (seed.chance(12) && read.isBefore(world.now())) {
                message("IN", Bank.say("thanks." + seed.between(1, 3), language), thanked, false);
                event("RESIDENT_REPLIED", thanked, null, "");
                event("TAKEN", read.minusSeconds(30), clerk, "");
                event("CLOSED", read, clerk, "");
                row("CLOSED", read);
            } else if (at.isAfter(world.now().minus(6, ChronoUnit.DAYS)) && seed.chance(30)) {
                row("ANSWERED", null);
            } else {
                event("CLOSED", at, clerk, "");
                row("CLOSED", at);
            }
        }

        /** Not before it came, however quick the clerk, and not before what the clerk took of those that came earlier. */
        private Instant inTurn(Instant wished) {
            var previous = lastTaken.getOrDefault(clerk.id(), contact.arrived());
            var taken = later(later(wished, contact.arrived()), previous.plusSeconds(1));
            lastTaken.put(clerk.id(), taken);
            return taken;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        /** The queue shows that a contact can come back, and why; the oldest, for whoever took it took none out of turn. */
        private void handBackOne() {
            var at = contact.arrived().plusSeconds(240);
            if (++waiting == 1) {
                returned = "Tarvitaan isännöitsijän kanta ennen vastausta.";
                event("TAKEN", at.minusSeconds(200), clerk, "");
                event("HANDED_BACK", at, clerk, returned);
            }
        }

        private void row(String state, @Nullable Instant closed) {
            var home = contact.stay().home();
            contactTable.add(
                    id,
                    number,
                    home.building().office().id(),
                    contact.unknownSender() ? null : contact.stay().main().id(),
                    contact.unknownSender() ? null : home.id(),
                    contact.channel(),
                    contact.text().topic(),
                    contact.text().subject(),
                    contact.text().language(),
                    state,
                    contact.arrived(),
                    WorkDays.at(world.workDays().workDay(WorkDays.day(contact.arrived()), 2), LocalTime.of(15, 0)),
                    returned,
                    returned.isEmpty() ? null : "HANDED_BACK",
                    returned.isEmpty() ? 0 : 1,
                    events,
                    closed);
        }

        private void message(String direction, String body, Instant at, boolean byClerk) {
            messageTable.add(
                    seed.id(at),
                    id,
                    seed.any(),
                    direction,
                    body,
                    at,
                    byClerk || contact.unknownSender()
                            ? null
                            : contact.stay().main().id(),
                    byClerk ? clerk.id() : null);
        }

        private void event(String kind, Instant at, @Nullable Person by, String why) {
            events++;
            eventTable.add(seed.id(at), id, kind, at, by == null ? null : by.id(), why);
        }

        private void look(Instant at) {
            accessTable.add(
                    seed.id(at), contact.stay().main().id(), clerk.id(), "ANSWERING_CONTACT", id, at.minusSeconds(30));
        }
    }
}
