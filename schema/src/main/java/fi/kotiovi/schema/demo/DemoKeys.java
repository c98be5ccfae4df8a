package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoBuildings.Building;
import fi.kotiovi.schema.demo.DemoHousing.Letting;
import fi.kotiovi.schema.demo.DemoHousing.Turn;
import fi.kotiovi.schema.demo.DemoOffices.Office;
import fi.kotiovi.schema.demo.DemoVisits.Visit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The key room: sets of keys that go with homes, and single keys that were added, lost or broken since. */
final class DemoKeys {
    /** Keys that wait for the next tenant hang on this rack; the first hooks belong to the known home. */
    private static final String WAITING_RACK = "C";

    private static final int KNOWN_HOOK = 7;
    private static final String RACKS = "ABDEFGHIJKLMNOPQRSTUWXZ";

    private final World world;
    private final KeyStory stories;
    private final Map<Office, Integer> hooks = new HashMap<>();
    private final Map<Office, Integer> waitingHooks = new HashMap<>();
    private final Map<Office, Integer> masterHooks = new HashMap<>();
    private final Map<UUID, String> buildingHooks = new HashMap<>();

    DemoKeys(World world, DemoBuildings buildings, DemoHousing housing, DemoVisits visits, KeyStory stories) {
        this.world = world;
        this.stories = stories;
        var known = housing.of("Elin").home();
        for (var letting : housing.lettings()) {
            if (letting.home().equals(known)) {
                // told in every guide to the demo: tags from K-4471, hooks from C 07
                int hook = KNOWN_HOOK;
                for (var kind : List.of("FLAT", "FLAT", "FLAT", "STORAGE", "LAUNDRY")) {
                    stories.ofHome(letting, kind, "%s %02d".formatted(WAITING_RACK, hook++), null);
                }
            }
        }
        int done = 0;
        for (var letting : housing.lettings()) {
            if (!letting.home().equals(known)) {
                var hook = hook(letting);
                // every third home has its keys on one ring
                var ring = done % 3 == 0 ? stories.ring(letting.home()) : null;
                List.of("FLAT", "FLAT", "STORAGE").forEach(kind -> stories.ofHome(letting, kind, hook, ring));
                stories.spare(letting.home(), hook);
            }
            world.progress("keys of homes", ++done, housing.lettings().size());
            world.rows().flushWhenFull();
        }
        buildings.buildings().forEach(this::ofBuilding);
        visits.all().stream().filter(Visit::served).forEach(this::ofVisit);
        visits.all().stream()
                .filter(visit -> visit.state().equals("BOOKED") && visit.type().equals("EXTRA_KEY_PICKUP"))
                .forEach(visit -> stories.ready(visit, visitHook(visit)));
        var desk = stories.desk();
        desk.orders(housing.lettings());
        var late = new HashSet<Office>();
        for (var building : buildings.buildings()) {
            var work = stories.workIn(building).filter(w -> late.add(building.office()));
            desk.common(building, buildingHooks.getOrDefault(building.id(), ""), work.orElse(null));
        }
        stories.finish();
        racks();
    }

    /** The wall as it is screwed on: a rack for each letter in use, with room for more. */
    private void racks() {
        var table = world.rows().table("key_rack", "office_id, name, hooks, per_row");
        int perRow = world.volume().homes() > 1_000 ? 20 : 10;
        for (var office : hooks.keySet()) {
            int used = 1 + (hooks.get(office) - 1) / size();
            for (int n = 0; n < used; n++) {
                table.add(office.id(), String.valueOf(RACKS.charAt(n)), roundUp(size(), perRow), perRow);
            }
            table.add(office.id(), WAITING_RACK, roundUp(20 + waitingHooks.getOrDefault(office, 0), perRow), perRow);
            table.add(office.id(), "V", 40, perRow);
            table.add(office.id(), "Y", roundUp(masterHooks.getOrDefault(office, 1), perRow), perRow);
        }
    }

    private static int roundUp(int n, int to) {
        return (n + to - 1) / to * to;
    }

    private int size() {
        return world.volume().homes() > 1_000 ? 99 : 12;
    }

    private static String visitHook(Visit visit) {
        return "V %02d".formatted(1 + Math.floorMod(visit.id().hashCode(), 40));
    }

    private void ofBuilding(Building building) {
        var hook = "Y %02d".formatted(masterHooks.merge(building.office(), 1, Integer::sum));
        buildingHooks.put(building.id(), hook);
        stories.master(building, hook);
        stories.mainDoor(building, hook);
    }

    private void ofVisit(Visit visit) {
        var hook = visitHook(visit);
        switch (visit.type()) {
            case "EXTRA_KEY_PICKUP" -> stories.extra(visit, hook);
            case "LOST_KEY" -> stories.lost(visit, hook);
            case "BROKEN_KEY" -> {
                stories.broken(visit, hook);
                stories.extra(visit, hook);
            }
            default -> {
                // no key of its own: moves are told with their homes
            }
        }
    }

    private String hook(Letting letting) {
        var office = letting.home().building().office();
        if (letting.turn() == Turn.VACANT) {
            return "%s %02d".formatted(WAITING_RACK, 11 + waitingHooks.merge(office, 1, Integer::sum));
        }
        int n = hooks.merge(office, 1, Integer::sum) - 1;
        return "%s %02d".formatted(RACKS.charAt(n / size()), 1 + n % size());
    }
}
