package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.COUNTER_CAPACITY;

import fi.kotiovi.vocabulary.CapacityOccasion;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * How many counters are served at certain times.
 *
 * @param isoWeekday 1 for Monday, only with {@link CapacityOccasion#WEEKDAY}
 * @param day only with {@link CapacityOccasion#DAY}
 * @param staffOnly how many of the counters residents cannot book by themselves
 */
public record CapacityRule(
        CapacityOccasion occasion,
        @Nullable Integer isoWeekday,
        @Nullable LocalDate day,
        TimeSpan hours,
        int counters,
        int staffOnly) {
    private static final int MOST = 50;

    boolean makesSense() {
        return hours.makesSense()
                && counters >= 0
                && counters <= MOST
                && staffOnly >= 0
                && staffOnly <= counters
                && (occasion == CapacityOccasion.WEEKDAY) == (isoWeekday != null)
                && (occasion == CapacityOccasion.DAY) == (day != null);
    }

    /** Rules for the same occasion that speak of some of the same minutes, which this one replaces. */
    Condition sameTimes() {
        var t = COUNTER_CAPACITY;
        return t.OCCASION
                .eq(occasion)
                .and(t.ISO_WEEKDAY.isNotDistinctFrom(isoWeekday))
                .and(t.DAY.isNotDistinctFrom(day))
                .and(t.OPENS.lt(hours.closes()))
                .and(t.CLOSES.gt(hours.opens()));
    }

    String detail() {
        var when = Objects.requireNonNullElse(day, Objects.requireNonNullElse(isoWeekday, occasion));
        return "%s %s: %d (%d)".formatted(when, hours, counters, staffOnly);
    }
}
