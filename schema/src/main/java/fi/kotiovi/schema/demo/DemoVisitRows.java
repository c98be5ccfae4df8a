package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoStaff.Person;
import fi.kotiovi.schema.demo.DemoVisits.Visit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes visits down with what happened at each. */
final class DemoVisitRows {
    private final Seed seed = new Seed("visit rows");
    private final Seed codes = new Seed("check-in codes");
    private final Rows.Table visitTable;
    private final Rows.Table eventTable;

    DemoVisitRows(World world, DemoVisits visits, DemoStaff staff, DemoOutbox outbox) {
        visitTable = world.rows()
                .table(
                        "visit",
                        "id, number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during,"
                                + " local_start, zone, created_at, served_by, check_in_code, link");
        eventTable = world.rows().table("visit_event", "id, visit_id, kind, at, staff_id, starts_at");
        var numbers = new Numbers("V");
        int done = 0;
        for (var visit : visits.all()) {
            var office = visit.stay().home().building().office();
            var clerk = seed.pick(staff.with("DESK", office));
            var number = numbers.next(visit.booked());
            write(visit, number, clerk);
            outbox.sent(
                    "VISIT_CONFIRMED",
                    "visit",
                    visit.id(),
                    0,
                    visit.stay().main(),
                    visit.booked(),
                    number,
                    visit.stay().main().language().moment(visit.slot().start()));
            world.progress("visits", ++done, visits.all().size());
        }
        numbers.remember(world.rows(), "visit_number");
    }

    private void write(Visit visit, String number, Person clerk) {
        var slot = visit.slot();
        visitTable.add(
                visit.id(),
                number,
                visit.stay().home().building().office().id(),
                slot.counter(),
                visit.type(),
                visit.stay().main().id(),
                visit.stay().home().id(),
                visit.state(),
                "[%s,%s)".formatted(slot.start(), slot.end()),
                LocalDateTime.ofInstant(slot.start(), WorkDays.ZONE),
                WorkDays.ZONE,
                visit.booked(),
                visit.served() ? clerk.id() : null,
                codes.code(),
                codes.id(visit.booked()));
        event(visit, "BOOKED", visit.booked(), null);
        var arrives = slot.start().minusSeconds(seed.between(1, 9) * 60L);
        switch (visit.state()) {
            case "SERVED" -> {
                event(visit, "CHECKED_IN", arrives, null);
                event(visit, "SERVING", slot.start().plusSeconds(60), clerk.id());
                event(visit, "SERVED", slot.end().minusSeconds(60), clerk.id());
            }
            case "NO_SHOW" -> event(visit, "NO_SHOW", slot.end(), clerk.id());
            case "CANCELLED_RESIDENT", "CANCELLED_OFFICE" ->
                event(
                        visit,
                        visit.state(),
                        seed.instant(visit.booked(), slot.start()),
                        visit.state().endsWith("OFFICE") ? clerk.id() : null);
            default -> {
                // still ahead
            }
        }
    }

    private void event(Visit visit, String kind, Instant at, @Nullable UUID staff) {
        eventTable.add(seed.id(at), visit.id(), kind, at, staff, visit.slot().start());
    }
}
