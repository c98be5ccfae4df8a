package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the board is shown, as it stands in the address: a day or its week, all counters or one. */
record BoardPage(LocalDate day, boolean week, @Nullable Integer counter) implements Serializable {
    private static final int FURTHEST_YEARS = 10;

    /** An address that somebody has mistyped leads to today. */
    static BoardPage of(QueryParameters asked, LocalDate today) {
        return new BoardPage(
                asked.getSingleParameter("day")
                        .flatMap(BoardPage::date)
                        .filter(day -> Math.abs(day.getYear() - today.getYear()) <= FURTHEST_YEARS)
                        .orElse(today),
                asked.getSingleParameter("mode").filter("week"::equals).isPresent(),
                asked.getSingleParameter("counter").flatMap(BoardPage::number).orElse(null));
    }

    QueryParameters parameters() {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("day", List.of(day.toString()));
        if (week) {
            asked.put("mode", List.of("week"));
        }
        if (counter != null) {
            asked.put("counter", List.of(counter.toString()));
        }
        return new QueryParameters(Map.copyOf(asked));
    }

    LocalDate first() {
        return week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    LocalDate last() {
        return week ? first().plusDays(6) : day;
    }

    BoardPage on(LocalDate other) {
        return new BoardPage(other, week, counter);
    }

    BoardPage further(int steps) {
        return on(week ? day.plusWeeks(steps) : day.plusDays(steps));
    }

    BoardPage asWeek(boolean asWeek) {
        return new BoardPage(day, asWeek, counter);
    }

    BoardPage at(@Nullable Integer other) {
        return new BoardPage(day, week, other);
    }

    /** Whether a column is one counter, where a free place can be pressed. */
    boolean isOneCounterAColumn() {
        return !week || counter != null;
    }

    boolean shows(int number) {
        return counter == null || counter == number;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]?") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
