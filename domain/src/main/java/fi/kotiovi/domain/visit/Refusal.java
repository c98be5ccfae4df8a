package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the office that a wanted time breaks, so that people are told which one it is.
 *
 * @param name the code of the holiday or eve, such as {@code EPIPHANY}
 * @param reason what the office tells of a closure or a single day
 * @param figure what the rule says: minutes of notice, days ahead
 * @param day the first date on which it would not stand in the way, where there is one
 */
public record Refusal(
        Rule rule,
        @Nullable String name,
        @Nullable Localized reason,
        int figure,
        @Nullable LocalDate day) implements Serializable {
    /** A rule that no date ends. */
    public Refusal(Rule rule, @Nullable String name, @Nullable Localized reason, int figure) {
        this(rule, name, reason, figure, null);
    }

    static Refusal of(Rule rule, int figure) {
        return new Refusal(rule, null, null, figure, null);
    }

    public enum Rule {
        /** The office receives nobody at that time of that day. */
        NOT_OPEN,
        HOLIDAY,
        EVE,
        EXCEPTION,
        CLOSURE,
        /** Sooner than the minutes in {@code figure}, counted by the clock. */
        TOO_SOON,
        /** Sooner than the minutes in {@code figure}, counted while the office is open. */
        TOO_SOON_IN_OPEN_HOURS,
        /** Further ahead than the days in {@code figure}. */
        TOO_FAR,
        /** Open, and no counter serves then, or only for those whom staff books. */
        NO_COUNTER,
        /** Every counter is taken. */
        ALL_TAKEN,
        /** Keys are handed over from {@code day} on, the first of the lease. */
        BEFORE_LEASE,
        /** No key of the home waits at this office. */
        NO_KEYS,
        /** No ordered key is ready yet. */
        NO_EXTRA_KEY,
        /** This office gives nothing to anybody but the resident. */
        NO_PROXY_AT_OFFICE,
        /** This matter needs the resident. */
        NO_PROXY_FOR_MATTER,
        /** The name of whoever comes instead is no name. */
        PROXY_WITHOUT_NAME
    }
}
