package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoFaults.Fault;
import fi.kotiovi.schema.demo.DemoFaults.Moment;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.time.Duration;

/** The alarms that dangerous faults raised, each acknowledged by whoever had the shift. */
final class DemoAlerts {
    private static final int WAIT_MINUTES = 5;
    private static final int LEVELS = 3;

    private final Seed seed = new Seed("alerts");
    private final DemoOnCall onCall;
    private final DemoOutbox outbox;
    private final Rows.Table alertTable;
    private final Rows.Table stepTable;
    private final Rows.Table eventTable;

    DemoAlerts(World world, DemoOnCall onCall, DemoOutbox outbox) {
        this.onCall = onCall;
        this.outbox = outbox;
        alertTable = world.rows()
                .table(
                        "alert",
                        "id, fault_id, office_id, state, step, next_at, triggered_at, acknowledged_at, acknowledged_by");
        stepTable = world.rows().table("alert_policy_step", "alert_id, step, level, wait_minutes");
        eventTable = world.rows().table("alert_event", "id, alert_id, step, level, staff_id, at");
    }

    /** Returns who acknowledged it. */
    Person write(Fault fault, String number) {
        var office = fault.stay().home().building().office();
        var triggered = fault.filed();
        var acknowledged = fault.moments().stream()
                .filter(moment -> moment.step().state().equals("ACCEPTED"))
                .map(Moment::at)
                .findFirst()
                .orElseThrow();
        int steps = 1 + (int) (Duration.between(triggered, acknowledged).toMinutes() / WAIT_MINUTES);
        var person = onCall.onCall(office, steps, triggered.plus(Duration.ofMinutes((steps - 1L) * WAIT_MINUTES)));
        var id = seed.id(triggered);
        alertTable.add(
                id,
                fault.id(),
                office.id(),
                "ACKNOWLEDGED",
                steps,
                triggered.plus(Duration.ofMinutes((long) steps * WAIT_MINUTES)),
                triggered,
                acknowledged,
                person.id());
        for (int step = 1; step <= LEVELS; step++) {
            stepTable.add(id, step, step, WAIT_MINUTES);
        }
        for (int step = 1; step <= steps; step++) {
            var at = triggered.plus(Duration.ofMinutes((step - 1L) * WAIT_MINUTES));
            var reached = onCall.onCall(office, step, at);
            eventTable.add(seed.id(at), id, step, step, reached.id(), at);
            outbox.alerted(
                    id, step, reached, at, number + " " + fault.stay().home().address());
        }
        return person;
    }
}
