package fi.kotiovi.domain.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counters of an office, and for each when it is busy: from, until, no two of one counter overlapping. */
final class CounterBook {
    private final Map<UUID, NavigableMap<Instant, Instant>> busy = new HashMap<>();

    /** A counter, and one of the times it is busy, if it is at all. */
    void add(UUID counter, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        var times = busy.computeIfAbsent(counter, known -> new TreeMap<>());
        if (from != null && until != null) {
            times.put(from.toInstant(), until.toInstant());
        }
    }

    /** How many counters are free all that time. */
    int free(OffsetDateTime from, OffsetDateTime until) {
        var start = from.toInstant();
        var end = until.toInstant();
        return (int) busy.values().stream()
                .filter(times -> {
                    var last = times.lowerEntry(end);
                    return last == null || !last.getValue().isAfter(start);
                })
                .count();
    }
}
