package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoFaults.Fault;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes faults down with the timeline their residents read. */
final class DemoFaultRows {
    private final Seed seed = new Seed("fault rows");
    private final World world;
    private final Reference reference;
    private final DemoStaff staff;
    private final DemoOutbox outbox;
    private final Rows.Table faultTable;
    private final Rows.Table eventTable;
    private final DemoWorkOrders orders;
    private final DemoAlerts alerts;

    DemoFaultRows(
            World world,
            Reference reference,
            DemoFaults faults,
            DemoStaff staff,
            DemoOnCall onCall,
            DemoOutbox outbox) {
        this.world = world;
        this.reference = reference;
        this.staff = staff;
        this.outbox = outbox;
        faultTable = world.rows()
                .table(
                        "fault",
                        "id, number, submission_id, building_id, home_id, resident_id, place_code, problem_code, danger,"
                                + " urgency, description, phone, language, entry_consent, pets, extra_lock, entry_times,"
                                + " state, version, filed_at, promised_by, closing_reason");
        eventTable = world.rows()
                .table("fault_event", "id, fault_id, version, state, at, actor, actor_name, staff_id, note");
        orders = new DemoWorkOrders(world);
        alerts = new DemoAlerts(world, onCall, outbox);
        var numbers = new Numbers("F");
        int done = 0;
        for (var fault : faults.all()) {
            write(fault, numbers.next(fault.filed()));
            world.progress("faults", ++done, faults.all().size());
            world.rows().flushWhenFull();
        }
        numbers.remember(world.rows(), "fault_number");
        orders.remember();
    }

    /** Work under way, by building. */
    Map<UUID, DemoWorkOrders.Underway> underway() {
        return orders.underway();
    }

    private void write(Fault fault, String number) {
        var home = fault.stay().home();
        var resident = fault.stay().main();
        var urgency = reference.urgency(fault.text().problem());
        var inside = reference.atHome(fault.text().place());
        var consent = seed.between(1, 100);
        faultTable.add(
                fault.id(),
                number,
                seed.any(),
                home.building().id(),
                home.id(),
                resident.id(),
                fault.text().place(),
                fault.text().problem(),
                fault.text().dangerous() ? fault.text().danger() : null,
                urgency,
                fault.text().description(),
                resident.phone(),
                resident.language(),
                !inside ? null : consent <= 60 ? "YES" : consent <= 85 ? "ONLY_WITH_ME" : "CALL_FIRST",
                !inside ? null : seed.chance(75) ? "NONE" : seed.chance(60) ? "BEHIND_DOOR" : "LOOSE",
                inside && seed.chance(8),
                inside && seed.chance(45) ? Bank.say("entry." + seed.between(1, 3), resident.language()) : "",
                fault.moments().getLast().step().state(),
                fault.moments().size(),
                fault.filed(),
                promise(fault.filed(), urgency),
                fault.story().reason().isEmpty() ? null : fault.story().reason());
        var worker = fault.story().onCall()
                ? alerts.write(fault, number)
                : seed.pick(staff.membersOf(home.building().crew()));
        for (int n = 0; n < fault.moments().size(); n++) {
            event(fault, n, number, worker);
        }
        orders.write(fault, urgency, worker);
    }

    private void event(Fault fault, int n, String number, Person worker) {
        var moment = fault.moments().get(n);
        var step = moment.step();
        eventTable.add(
                seed.id(moment.at()),
                fault.id(),
                n + 1,
                step.state(),
                moment.at(),
                step.actor(),
                switch (step.actor()) {
                    case "CREW" -> fault.stay().home().building().crew().name();
                    case "ON_CALL" -> worker.given();
                    default -> "";
                },
                staffOf(step, worker),
                note(fault, n));
        if (n == 0) {
            outbox.sent("FAULT_RECEIVED", "fault", fault.id(), 1, fault.stay().main(), moment.at(), number, "");
        } else if (step.state().equals("SCHEDULED") || step.state().equals("DONE")) {
            outbox.sent(
                    "FAULT_CHANGED", "fault", fault.id(), n + 1, fault.stay().main(), moment.at(), number, "");
        }
    }

    private String note(Fault fault, int n) {
        var language = fault.stay().main().language();
        var key = fault.moments().get(n).step().note();
        return switch (key) {
            case "" -> "";
            case "done" -> fault.text().done();
            case "scheduled" -> Bank.say(key, language, "when", language.moment(visit(fault, n)));
            default -> Bank.say(key, language);
        };
    }

    /** The half-hour that was agreed: when they came, or will come. */
    private Instant visit(Fault fault, int n) {
        var at = n + 1 < fault.moments().size()
                ? fault.moments().get(n + 1).at()
                : world.workDays().after(world.now(), seed.between(120, 900));
        return at.minusSeconds(Math.floorMod(at.getEpochSecond(), 1_800));
    }

    static @Nullable UUID staffOf(FaultStory.Step step, Person worker) {
        return step.actor().equals("CREW") || step.actor().equals("ON_CALL") ? worker.id() : null;
    }

    private Instant promise(Instant filed, String urgency) {
        int days = switch (urgency) {
            case "P0", "P1" -> 0;
            case "P2" -> 1;
            default -> 10;
        };
        return days == 0
                ? filed.plus(4, ChronoUnit.HOURS)
                : WorkDays.at(world.workDays().workDay(WorkDays.day(filed), days), LocalTime.of(16, 0));
    }
}
