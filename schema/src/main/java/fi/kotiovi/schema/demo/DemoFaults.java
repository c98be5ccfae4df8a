package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoHousing.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Fault reports: who reported what, and how far each has come by now. */
final class DemoFaults {
    private static final List<String> OPEN = List.of(
            "RECEIVED",
            "ACCEPTED",
            "SCHEDULED",
            "RECEIVED",
            "WAITING",
            "ACCEPTED",
            "NO_ACCESS",
            "DONE",
            "RECEIVED",
            "SCHEDULED",
            "DONE",
            "RECEIVED");

    private final Seed seed = new Seed("faults");
    private final World world;
    private final Reference reference;
    private final List<Text> texts =
            Bank.lines("faults.tsv").stream().map(Text::of).toList();
    private final List<Fault> faults = new ArrayList<>();

    /** A problem in somebody's own words, and what the crew wrote when it was fixed. */
    record Text(
            Language language, int weight, String place, String problem, String danger, String description, String done)
            implements Seed.Weighted {
        static Text of(List<String> line) {
            return new Text(
                    Language.valueOf(line.get(0)),
                    Integer.parseInt(line.get(1)),
                    line.get(2),
                    line.get(3),
                    line.get(4),
                    line.get(5),
                    line.get(6));
        }

        boolean dangerous() {
            return !danger.equals("-");
        }
    }

    /** A step of the story with its place in time. */
    record Moment(FaultStory.Step step, Instant at) {}

    /** A reported fault. */
    record Fault(UUID id, Stay stay, Text text, FaultStory story, List<Moment> moments) {
        Instant filed() {
            return moments.getFirst().at();
        }
    }

    DemoFaults(World world, Reference reference, DemoHousing housing) {
        this.world = world;
        this.reference = reference;
        known(housing);
        var stays = housing.settled();
        int done = 0;
        for (int n = 1; n < world.volume().openFaults(); n++) {
            var stay = seed.pick(stays);
            var text = text(stay, false);
            add(stay, text, story(text).until(OPEN.get(n % OPEN.size())));
        }
        while (faults.size() < world.volume().faults()) {
            var stay = seed.pick(stays);
            var text = text(stay, true);
            add(stay, text, story(text).closed());
            world.progress("inventing faults", ++done, world.volume().faults());
        }
        faults.sort(Comparator.comparing(Fault::filed));
    }

    private void known(DemoHousing housing) {
        var aino = housing.of("Aino");
        add(aino, "WATER_LEAK_TAP_DRIPS", "ACCEPTED");
        add(aino, "HEAT_ONE_RADIATOR", "");
        add(aino, "SMOKE_ALARM_BEEPS", "");
        add(housing.of("Matti"), "WC_RUNS", "");
        add(housing.of("Matti"), "LOCK_DOOR_INTERCOM", "");
        add(housing.of("Omar"), "HEAT_ONE_RADIATOR", "");
    }

    private void add(Stay stay, String problem, String until) {
        var text = texts.stream()
                .filter(t -> t.problem().equals(problem)
                        && t.language() == stay.main().language())
                .findFirst()
                .orElseThrow();
        add(stay, text, until.isEmpty() ? story(text).fixed() : story(text).until(until));
    }

    private Text text(Stay stay, boolean dangerToo) {
        var language = stay.main().language();
        return seed.weighted(texts.stream()
                .filter(text -> text.language() == language && (dangerToo || !text.dangerous()))
                .toList());
    }

    private FaultStory story(Text text) {
        return new FaultStory(seed, reference.urgency(text.problem()), text.dangerous());
    }

    private void add(Stay stay, Text text, FaultStory story) {
        var filed = filed(story);
        var moments = new ArrayList<Moment>();
        var at = filed;
        for (var step : story.steps()) {
            if (step.state().equals("CLOSED") && story.reason().equals("FIXED")) {
                at = at.plus(silence(step));
            } else if (step.minutes() > 0) {
                at = story.onCall()
                        ? at.plusSeconds(step.minutes() * 60L + seed.between(0, 50))
                        : world.workDays().after(at, step.minutes());
            }
            moments.add(new Moment(step, at));
        }
        faults.add(new Fault(seed.id(filed), stay, text, story, moments));
    }

    /** Far enough back that everything in the story has happened by now; the open ones as late as that allows. */
    private Instant filed(FaultStory story) {
        var open = story.reason().isEmpty();
        var latest = world.now().minus(8, ChronoUnit.DAYS);
        var end = open
                ? world.workDays().before(world.now(), seed.between(5, 500))
                : seed.instant(world.now().minus(world.volume().days(), ChronoUnit.DAYS), latest);
        if (story.onCall()) {
            return end.minus(story.minutes() + 30L, ChronoUnit.MINUTES);
        }
        var begun = world.workDays().before(end, story.minutes());
        // people write when they are at home, so most reports come before the working day that deals with them
        var filed = begun.minus(seed.between(0, seed.chance(60) ? 14 * 60 : 60), ChronoUnit.MINUTES);
        var asleep = filed.atZone(WorkDays.ZONE).getHour() < 7;
        return asleep ? filed.minus(8, ChronoUnit.HOURS) : filed;
    }

    private Duration silence(FaultStory.Step step) {
        return step.actor().equals("SYSTEM") ? Duration.ofDays(7) : Duration.ofMinutes(seed.between(90, 5 * 24 * 60));
    }

    /** In the order in which they were filed. */
    List<Fault> all() {
        return faults;
    }
}
