package fi.kotiovi.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Open on a day of the week from a time until before another, on the wall of the office. */
public record Hours(DayOfWeek day, LocalTime opens, LocalTime closes) {
    /** Whether each closes after it opens and none overlaps another. */
    static boolean makeSense(Collection<Hours> hours) {
        List<Hours> ordered = hours.stream()
                .sorted(Comparator.comparing(Hours::day).thenComparing(Hours::opens))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            var one = ordered.get(i);
            if (!one.opens.isBefore(one.closes)) {
                return false;
            }
            if (i > 0 && ordered.get(i - 1).day == one.day && one.opens.isBefore(ordered.get(i - 1).closes)) {
                return false;
            }
        }
        return true;
    }
}
