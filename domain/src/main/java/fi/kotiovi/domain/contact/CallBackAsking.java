package fi.kotiovi.domain.contact;

import java.util.Set;

/** How asking for a call ended. */
public sealed interface CallBackAsking {
    /** We call; the one that was asked for before, if there is one. */
    record Asked(CallBack call) implements CallBackAsking {}

    /** Something is missing or wrong; nothing was asked and nothing is lost. */
    record Incomplete(Set<Gap> gaps) implements CallBackAsking {}

    /** What is missing or wrong, each told beside its field. */
    enum Gap {
        PHONE_MISSING,
        PHONE_IMPOSSIBLE,
        /** None was chosen, or it has passed meanwhile. */
        WINDOW,
        TOPIC,
        BODY_MISSING,
        BODY_TOO_LONG
    }
}
