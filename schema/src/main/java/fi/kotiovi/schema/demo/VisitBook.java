package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoOffices.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which counter is free when, so that no two visits of the demo meet at one. Opening hours from nine to three. */
final class VisitBook {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int STEP = 10;
    private static final int STEPS_IN_A_DAY = 6 * 60 / STEP;

    private final Seed seed;
    private final Map<Place, BitSet> taken = new HashMap<>();

    /** A counter on a day. */
    private record Place(UUID counter, LocalDate day) {}

    /** A time at a counter. */
    record Slot(UUID counter, Instant start, Instant end) {}

    VisitBook(Seed seed) {
        this.seed = seed;
    }

    /** Takes a free time on that day between the two instants, or none after a fair number of tries. */
    Optional<Slot> take(Office office, LocalDate day, int minutes, Instant notBefore, Instant notAfter) {
        int steps = (minutes + STEP - 1) / STEP;
        for (int tries = 0; tries < 40; tries++) {
            var counter = seed.pick(office.counters());
            int first = seed.between(0, STEPS_IN_A_DAY - steps);
            var start = WorkDays.at(day, OPENS.plusMinutes((long) first * STEP));
            var end = start.plusSeconds(minutes * 60L);
            var units = taken.computeIfAbsent(new Place(counter, day), place -> new BitSet());
            int next = units.nextSetBit(first);
            if ((next < 0 || next >= first + steps) && !start.isBefore(notBefore) && !end.isAfter(notAfter)) {
                units.set(first, first + steps);
                return Optional.of(new Slot(counter, start, end));
            }
        }
        return Optional.empty();
    }
}
