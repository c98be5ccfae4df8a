package fi.kotiovi.schema.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Service points: when they are open, at how many counters, and the one afternoon they are not. */
final class DemoOffices {
    /** The day the landlord of the demo began. */
    static final Instant FOUNDED = Instant.parse("2010-01-04T06:00:00Z");

    private final List<Office> offices = new ArrayList<>();

    /** A service point. */
    record Office(UUID id, String code, List<UUID> counters) {}

    DemoOffices(World world) {
        var seed = new Seed("offices");
        var office = world.rows()
                .table(
                        "office",
                        "id, code, name_fi, name_sv, name_en, street_address, postcode, town, phone, on_call_phone");
        var hours = world.rows().table("opening_hours", "id, office_id, service, iso_weekday, opens, closes, valid");
        var closure = world.rows().table("closure", "id, office_id, during, reason_fi, reason_sv, reason_en");
        var counter = world.rows().table("counter", "id, office_id, number");
        for (var line : Bank.lines("offices.tsv").subList(0, world.volume().offices())) {
            var id = seed.id(FOUNDED);
            office.add(
                    id,
                    line.get(0),
                    line.get(1),
                    line.get(2),
                    line.get(3),
                    line.get(4),
                    line.get(5),
                    "Kotila",
                    "+3589000100",
                    "+35890000112");
            for (int weekday = 1; weekday <= 5; weekday++) {
                for (var service : List.of("APPOINTMENT", "PHONE", "CHAT")) {
                    hours.add(seed.id(FOUNDED), id, service, weekday, "09:00", "15:00", "[2010-01-04,)");
                }
            }
            hours.add(seed.id(FOUNDED), id, "WALK_IN", 2, "09:00", "12:00", "[2010-01-04,)");
            var closed = closedDay(world);
            closure.add(
                    seed.id(FOUNDED),
                    id,
                    "[%s,%s)"
                            .formatted(
                                    WorkDays.at(closed, LocalTime.of(12, 0)), WorkDays.at(closed, LocalTime.of(15, 0))),
                    "Henkilökunnan koulutus",
                    "Personalen är på kurs",
                    "Staff training");
            var counters = new ArrayList<UUID>();
            for (int number = 1; number <= Integer.parseInt(line.get(6)); number++) {
                counters.add(seed.id(FOUNDED));
                counter.add(counters.getLast(), id, number);
            }
            offices.add(new Office(id, line.getFirst(), counters));
        }
    }

    /** The day on which the offices close at noon. */
    static LocalDate closedDay(World world) {
        return world.workDays().workDay(world.today(), 13);
    }

    List<Office> all() {
        return offices;
    }

    Office of(String code) {
        return offices.stream()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
