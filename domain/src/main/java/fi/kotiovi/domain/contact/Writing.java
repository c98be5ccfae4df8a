package fi.kotiovi.domain.contact;

import java.util.Set;

/** How sending a message ended. */
public sealed interface Writing {
    record Sent(MyContact contact) implements Writing {}

    /** Something is missing or too long; nothing was sent and nothing is lost. */
    record Incomplete(Set<Gap> gaps) implements Writing {}

    /** What is missing or wrong, each told beside its field. */
    enum Gap {
        TOPIC,
        SUBJECT_MISSING,
        SUBJECT_TOO_LONG,
        BODY_MISSING,
        BODY_TOO_LONG,
        TOO_MANY_FILES
    }
}
