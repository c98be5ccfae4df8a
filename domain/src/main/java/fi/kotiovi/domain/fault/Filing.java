package fi.kotiovi.domain.fault;

import java.util.Set;

/** How filing a report ended. */
public sealed interface Filing {
    /** It is on its way; {@code fault} says the number and the promise. */
    record Filed(Fault fault) implements Filing {}

    /** Something is missing or wrong; nothing was filed and nothing is lost. */
    record Incomplete(Set<Gap> gaps) implements Filing {}

    /** What is missing or wrong, each told beside its field. */
    enum Gap {
        PLACE,
        PROBLEM,
        DESCRIPTION_MISSING,
        DESCRIPTION_TOO_LONG,
        PHONE_MISSING,
        PHONE_IMPOSSIBLE,
        ENTRY_CONSENT,
        ENTRY_TIMES_TOO_LONG,
        TOO_MANY_PHOTOS
    }
}
