package fi.kotiovi.domain.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counters of an office, and for each when it is busy: from, until, no two of one counter overlapping. */
final class CounterBook {
    private final Map<Integer, NavigableMap<Instant, Instant>> busy = new HashMap<>();

    /** A counter, and one of the times it is busy, if it is at all. */
    void add(int counter, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        var times = busy.computeIfAbsent(counter, known -> new TreeMap<>());
        if (from != null && until != null) {
            times.put(from.toInstant(), until.toInstant());
        }
    }

    /** How many of the first {@code served} counters are free all that time. */
    int free(OffsetDateTime from, OffsetDateTime until, int served) {
        var start = from.toInstant();
        var end = until.toInstant();
        return (int) busy.entrySet().stream()
                .filter(counter -> counter.getKey() <= served)
                .filter(counter -> {
                    var last = counter.getValue().lowerEntry(end);
                    return last == null || !last.getValue().isAfter(start);
                })
                .count();
    }
}
