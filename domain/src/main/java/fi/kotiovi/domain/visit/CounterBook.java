package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.calendar.OpenTimes.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counters of an office and when each is taken; a month of a busy office has thousands of entries. */
final class CounterBook {
    /** No visit is longer (constraint {@code visit_type_minutes}), so none that began earlier can reach a time. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Set<Integer> counters = new HashSet<>();
    private final NavigableMap<Instant, List<Taken>> byStart = new TreeMap<>();

    /** A counter, and one of the times it is taken, if it is at all. */
    void add(int counter, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        counters.add(counter);
        if (from != null && until != null) {
            byStart.computeIfAbsent(from.toInstant(), start -> new ArrayList<>())
                    .add(new Taken(counter, new Span(from, until)));
        }
    }

    /** How many of the first {@code served} counters are free all that time; one that is busy twice in it is one. */
    int free(Span wanted, int served) {
        var near = byStart.subMap(
                wanted.from().toInstant().minus(LONGEST), wanted.until().toInstant());
        var busy = near.values().stream()
                .flatMap(List::stream)
                .filter(taken -> taken.counter <= served && wanted.overlaps(taken.during))
                .map(Taken::counter)
                .distinct()
                .count();
        return (int) (counters.stream().filter(counter -> counter <= served).count() - busy);
    }

    private record Taken(int counter, Span during) {}
}
