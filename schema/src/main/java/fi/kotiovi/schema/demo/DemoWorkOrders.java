package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoFaults.Fault;
import fi.kotiovi.schema.demo.DemoFaults.Moment;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The crew's side of each fault: the same story in the crew's words. */
final class DemoWorkOrders {
    private static final Map<String, String> STATES = Map.of(
            "RECEIVED",
            "NEW",
            "ACCEPTED",
            "ACCEPTED",
            "ON_THE_WAY",
            "EN_ROUTE",
            "IN_PROGRESS",
            "ON_SITE",
            "WAITING",
            "PAUSED",
            "NO_ACCESS",
            "NO_ACCESS",
            "DONE",
            "DONE");

    private final Seed seed = new Seed("work orders");
    private final Numbers numbers = new Numbers("W");
    private final Rows rows;
    private final Rows.Table orderTable;
    private final Rows.Table eventTable;
    private final Map<UUID, Underway> underway = new HashMap<>();

    /** Work that somebody has taken and not finished, for the key that goes with it. */
    record Underway(UUID order, Person worker) {}

    /** A change of state of the order, and the moment of the fault it goes with. */
    private record Change(String state, Moment moment) {}

    DemoWorkOrders(World world) {
        rows = world.rows();
        orderTable = rows.table(
                "work_order",
                "id, number, fault_id, crew_id, assignee_id, state, version, urgency, created_at, done_note, done_at");
        eventTable = rows.table("work_order_event", "id, work_order_id, state, at, staff_id, note");
    }

    void write(Fault fault, String urgency, Person worker) {
        var id = seed.id(fault.filed());
        var changes = fault.moments().stream()
                .flatMap(moment -> change(fault, moment).stream())
                .toList();
        var last = changes.getLast();
        var done = last.state().equals("DONE");
        var note = !done
                ? ""
                : fault.story().reason().equals("NO_FAULT_FOUND")
                        ? Bank.say("not_found", fault.stay().main().language())
                        : fault.text().done();
        orderTable.add(
                id,
                numbers.next(fault.filed()),
                fault.id(),
                fault.stay().home().building().crew().id(),
                taken(changes) ? worker.id() : null,
                last.state(),
                changes.size(),
                urgency,
                fault.filed(),
                note,
                done ? last.moment().at() : null);
        if (taken(changes) && !Set.of("DONE", "CANCELLED").contains(last.state())) {
            underway.put(fault.stay().home().building().id(), new Underway(id, worker));
        }
        for (var change : changes) {
            eventTable.add(
                    seed.id(change.moment().at()),
                    id,
                    change.state(),
                    change.moment().at(),
                    DemoFaultRows.staffOf(change.moment().step(), worker),
                    change.state().equals("DONE") ? note : "");
        }
    }

    /** By building; the newest of each. */
    Map<UUID, Underway> underway() {
        return Map.copyOf(underway);
    }

    private static boolean taken(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.state().equals("ACCEPTED"));
    }

    private static Optional<Change> change(Fault fault, Moment moment) {
        if (moment.step().state().equals("CLOSED")) {
            return switch (fault.story().reason()) {
                // done before it was closed
                case "FIXED" -> Optional.empty();
                case "NO_FAULT_FOUND" -> Optional.of(new Change("DONE", moment));
                default -> Optional.of(new Change("CANCELLED", moment));
            };
        }
        return Optional.ofNullable(STATES.get(moment.step().state())).map(state -> new Change(state, moment));
    }

    void remember() {
        numbers.remember(rows, "work_order_number");
    }
}
