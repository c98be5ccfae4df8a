package fi.kotiovi.domain.key;

import java.util.Set;

/** How asking for more keys ended. */
public sealed interface Wishing {
    /** The office has it. */
    record Asked() implements Wishing {}

    /** Something is missing or too much; each is told beside its field. */
    record Incomplete(Set<Gap> gaps) implements Wishing {}

    /** Somebody of this home has asked for the same kind already, and the office has not answered yet. */
    record AlreadyAsked() implements Wishing {}

    /** So many keys are under way to this home already, and there may be {@code most}. */
    record Enough(int underWay, int most) implements Wishing {}

    /** The lease is over, or somebody else in the home is the party to it. */
    record NotYours() implements Wishing {}

    /** What is missing or too much. */
    enum Gap {
        PIECES,
        REASON_MISSING,
        REASON_TOO_LONG
    }
}
