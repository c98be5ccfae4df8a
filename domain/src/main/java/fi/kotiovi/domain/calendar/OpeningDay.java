package fi.kotiovi.domain.calendar;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an office is open for a service on one date, and which rule says so, so that people can be told why nothing is
 * free.
 *
 * @param open in order; empty when closed
 * @param rule what decided; {@link Rule#CLOSURE} also when a closure took only a part of the day
 * @param name the code of the holiday or eve, such as {@code EPIPHANY}
 * @param reason what the office tells of an exception or a closure
 */
public record OpeningDay(
        LocalDate day,
        List<Span> open,
        Rule rule,
        @Nullable String name,
        @Nullable Localized reason) {
    public boolean isClosed() {
        return open.isEmpty();
    }

    /** What decides, the strongest first (domain.md 4.5). */
    public enum Rule {
        CLOSURE,
        EXCEPTION,
        HOLIDAY,
        EVE,
        ORDINAL,
        WEEKLY,
        NOT_OPEN
    }
}
