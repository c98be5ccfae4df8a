package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ContactMark;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a contact stands in the line.
 *
 * @param mark why it is there again; null the first time
 * @param skips how often somebody gave it back
 * @param team to which it was handed by name
 * @param keptFor the given name of whoever it is kept for while present
 * @param mine whether the one who asks may take it
 */
public record Standing(
        @Nullable ContactMark mark,
        int skips,
        @Nullable String team,
        @Nullable String keptFor,
        boolean mine) implements Serializable {
    /** So many skips are the lead's business. */
    public static final int OFTEN = 3;

    public boolean isSkippedOften() {
        return skips >= OFTEN;
    }
}
