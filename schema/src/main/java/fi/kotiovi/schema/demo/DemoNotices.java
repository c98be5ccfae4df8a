package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoBuildings.Building;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/** News on the wall of a building, in the three languages. */
final class DemoNotices {

    private final Seed seed = new Seed("notices");
    private final Rows.Table table;

    DemoNotices(World world, DemoBuildings buildings) {
        table = world.rows()
                .table("notice", "id, building_id, shown, title_fi, title_sv, title_en, body_fi, body_sv, body_en");
        var thursday = world.today().with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        var lines = Bank.lines("notices.tsv");
        for (var line : lines) {
            var building = buildings.buildings().stream()
                    .filter(b -> (b.street() + " " + b.number()).equals(line.get(0)))
                    .findFirst()
                    .orElseThrow();
            var day = thursday.plusDays(Integer.parseInt(line.get(1)));
            add(building, day, line.get(2), line.get(3), line.get(4), line.get(5), line.get(6), line.get(7));
        }
    }

    private void add(
            Building building,
            LocalDate day,
            String titleFi,
            String titleSv,
            String titleEn,
            String fi,
            String sv,
            String en) {
        var from = WorkDays.at(day.minusDays(10), LocalTime.of(8, 0));
        table.add(
                seed.id(from),
                building.id(),
                "[%s,%s)".formatted(from, WorkDays.at(day, LocalTime.of(16, 0))),
                titleFi.replace("{day}", Language.FI.day(day)),
                titleSv.replace("{day}", Language.SV.day(day)),
                titleEn.replace("{day}", Language.EN.day(day)),
                fi,
                sv,
                en);
    }
}
