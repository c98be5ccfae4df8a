package fi.kotiovi.domain.contact;

import java.util.Set;

/** How writing down a call ended. */
public sealed interface PhoneNoting {
    /** It stands in the line, or is closed when the call was all it took. */
    record Written(String number, boolean solved) implements PhoneNoting {}

    /** Something is missing or wrong; nothing was written and nothing is lost. */
    record Incomplete(Set<Gap> gaps) implements PhoneNoting {}

    /** What is missing or wrong, each told beside its field. */
    enum Gap {
        TOPIC,
        BODY_MISSING,
        BODY_TOO_LONG,
        PHONE
    }
}
