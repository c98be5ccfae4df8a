package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoOffices.Office;
import fi.kotiovi.schema.demo.DemoStaff.Person;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Who is on call: crews take turns, handing over on Mondays at eight by the wall clock, and a foreman stands behind them. */
final class DemoOnCall {
    private static final LocalTime HAND_OVER = LocalTime.of(8, 0);

    private final DemoStaff staff;
    private final LocalDate thisWeek;

    DemoOnCall(World world, DemoOffices offices, DemoStaff staff) {
        this.staff = staff;
        thisWeek = monday(world.now());
        var seed = new Seed("oncall");
        var table = world.rows().table("on_call_shift", "id, office_id, level, staff_id, during");
        var last = world.now().plus(60, ChronoUnit.DAYS);
        for (var office : offices.all()) {
            var monday = monday(world.now().minus(world.volume().days() + 10L, ChronoUnit.DAYS));
            for (; WorkDays.at(monday, HAND_OVER).isBefore(last); monday = monday.plusWeeks(1)) {
                var begins = WorkDays.at(monday, HAND_OVER);
                for (int level = 1; level <= 3; level++) {
                    table.add(
                            seed.id(begins),
                            office.id(),
                            level,
                            onCall(office, level, begins).id(),
                            "[%s,%s)".formatted(begins, WorkDays.at(monday.plusWeeks(1), HAND_OVER)));
                }
            }
        }
    }

    /** Who has the shift of that level at that instant. */
    Person onCall(Office office, int level, Instant at) {
        if (level == 3) {
            return staff.with("FOREMAN", office).getFirst();
        }
        List<Person> ring = staff.with("ON_CALL", office);
        int week = (int) ChronoUnit.WEEKS.between(thisWeek, monday(at));
        return ring.get(Math.floorMod(week + level - 1, ring.size()));
    }

    private static LocalDate monday(Instant at) {
        return at.atZone(WorkDays.ZONE)
                .minusHours(HAND_OVER.getHour())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
