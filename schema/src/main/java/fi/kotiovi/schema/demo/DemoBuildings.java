package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoOffices.Office;
import fi.kotiovi.schema.demo.DemoStaff.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Buildings and homes: four that are known by name, and streets full of others where the volume asks for them. */
final class DemoBuildings {
    private static final int HOMES_IN_A_BUILDING = 40;

    private final Seed seed = new Seed("buildings");
    private final Rows.Table buildingTable;
    private final Rows.Table hintTable;
    private final Rows.Table homeTable;
    private final List<Building> buildings = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();

    /** A building, with the crew that looks after it. */
    record Building(UUID id, Crew crew, String street, String number) {
        Office office() {
            return crew.office();
        }
    }

    /** A home to let. */
    record Home(UUID id, Building building, String staircase, int flat) {
        /** As people say it: Lehmuskuja 4 B 31. */
        String address() {
            return "%s %s %s %d".formatted(building.street(), building.number(), staircase, flat);
        }
    }

    DemoBuildings(World world, DemoOffices offices, DemoStaff staff) {
        buildingTable = world.rows()
                .table("building", "id, office_id, crew_id, street_fi, street_sv, house_number, postcode, town");
        hintTable = world.rows().table("building_crew_hint", "building_id, water_shutoff, access_note");
        homeTable = world.rows().table("home", "id, building_id, staircase, flat_number, floor, layout");
        for (var line : Bank.lines("buildings.tsv")) {
            var building = add(
                    staff.crew(line.get(4)),
                    line.get(0),
                    line.get(1),
                    line.get(2),
                    line.get(3),
                    line.get(6),
                    line.get(7));
            for (var flat : line.get(5).split(" ", -1)) {
                add(building, flat.substring(0, 1), Integer.parseInt(flat.substring(1)));
            }
        }
        var streets = Bank.lines("streets.tsv");
        for (int n = 0; homes.size() < world.volume().homes(); n++) {
            var office = offices.all().get(n % offices.all().size());
            var crews = staff.crewsOf(office);
            var street = streets.get(n % streets.size());
            var building = add(
                    crews.get(n / offices.all().size() % crews.size()),
                    street.get(0),
                    street.get(1),
                    String.valueOf(1 + n / streets.size()),
                    office.code().equals("WEST") ? "00995" : "00996",
                    "Kellari, ovi rapun alla.",
                    "Alaovi avaimella, koodi vain päivisin.");
            int more = Math.min(HOMES_IN_A_BUILDING, world.volume().homes() - homes.size());
            for (int flat = 1; flat <= more; flat++) {
                add(building, String.valueOf((char) ('A' + (flat - 1) / 14)), flat);
            }
        }
    }

    private Building add(
            Crew crew, String fi, String sv, String number, String postcode, String shutoff, String access) {
        var building = new Building(seed.id(DemoOffices.FOUNDED), crew, fi, number);
        buildingTable.add(building.id(), building.office().id(), crew.id(), fi, sv, number, postcode, "Kotila");
        hintTable.add(building.id(), shutoff, access);
        buildings.add(building);
        return building;
    }

    private void add(Building building, String staircase, int flat) {
        var home = new Home(seed.id(DemoOffices.FOUNDED), building, staircase, flat);
        homeTable.add(
                home.id(),
                building.id(),
                staircase,
                flat,
                1 + flat % 14 / 3,
                seed.pick(List.of("1h+kk", "1h+k", "2h+kk", "2h+k", "2h+k+s", "3h+k", "3h+k+s", "4h+k+s")));
        homes.add(home);
    }

    List<Building> buildings() {
        return buildings;
    }

    List<Home> homes() {
        return homes;
    }
}
