package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoOffices.Office;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walk-ins of the past Tuesdays, served one after the other at two counters, with what happened to each. */
final class DemoLine {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int WEEKS = 3;
    private static final int COUNTERS = 2;
    private static final List<String> MATTERS = List.of(
            "KEY_RETURN",
            "EXTRA_KEY_PICKUP",
            "LOST_KEY",
            "BROKEN_KEY",
            "PARKING_ITEMS",
            "IDENTIFY",
            "RENT_TALK",
            "OTHER",
            "OTHER");

    private final Seed seed = new Seed("line");
    private final DemoStaff staff;
    private final Rows.Table dayTable;
    private final Rows.Table ticketTable;
    private final Rows.Table eventTable;

    DemoLine(World world, DemoOffices offices, DemoStaff staff) {
        this.staff = staff;
        dayTable = world.rows().table("line_day", "office_id, day, lane, last_number, from_kiosk");
        ticketTable = world.rows()
                .table(
                        "ticket",
                        "id, office_id, day, lane, number, visit_type_code, language, source, arrived_at, due_at, ripe_at,"
                                + " state, since, version, step, step_by, calls, called_at, waited_ms, parked_ms,"
                                + " walked_ms, served_ms");
        eventTable =
                world.rows().table("ticket_event", "id, ticket_id, version, kind, state, at, staff_id, counter_id");
        var tuesday = world.today().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY));
        for (int week = WEEKS - 1; week >= 0; week--) {
            var day = tuesday.minusWeeks(week);
            if (world.workDays().isWorkDay(day)) {
                offices.all().forEach(office -> morning(office, day));
            }
        }
    }

    private void morning(Office office, LocalDate day) {
        var visitors = seed.between(18, 26);
        dayTable.add(office.id(), day, "WALK_IN", visitors, visitors);
        var free = new Instant[COUNTERS];
        var arrives = WorkDays.at(day, OPENS);
        Arrays.fill(free, arrives);
        for (int number = 1; number <= visitors; number++) {
            arrives = arrives.plusSeconds(seed.between(60, 540));
            var counter = free[0].isAfter(free[1]) ? 1 : 0;
            free[counter] = visitor(office, day, number, arrives, free[counter], counter);
        }
    }

    /** Returns when the counter is free again. */
    private Instant visitor(Office office, LocalDate day, int number, Instant arrives, Instant free, int counter) {
        var clerk = seed.pick(staff.with("DESK", office)).id();
        var called = (free.isAfter(arrives) ? free : arrives).plusSeconds(seed.between(5, 40));
        var begins = called.plusSeconds(seed.between(8, 45));
        var ends = begins.plusSeconds(seed.between(150, 900));
        var id = seed.id(arrives);
        ticketTable.add(
                id,
                office.id(),
                day,
                "WALK_IN",
                number,
                seed.pick(MATTERS),
                seed.chance(80) ? "FI" : seed.chance(50) ? "SV" : "EN",
                "KIOSK",
                arrives,
                arrives,
                arrives,
                "SERVED",
                ends,
                4,
                "SERVED",
                clerk,
                1,
                called,
                millis(arrives, called),
                0,
                millis(called, begins),
                millis(begins, ends));
        var place = office.counters().get(counter);
        event(id, 1, "ARRIVED", "WAITING", arrives, null, null);
        event(id, 2, "CALLED", "CALLED", called, clerk, place);
        event(id, 3, "SERVING", "SERVING", begins, clerk, place);
        event(id, 4, "SERVED", "SERVED", ends, clerk, null);
        return ends;
    }

    private void event(
            UUID ticket,
            int version,
            String kind,
            String state,
            Instant at,
            @Nullable UUID clerk,
            @Nullable UUID counter) {
        eventTable.add(seed.id(at), ticket, version, kind, state, at, clerk, counter);
    }

    private static long millis(Instant from, Instant until) {
        return until.toEpochMilli() - from.toEpochMilli();
    }
}
