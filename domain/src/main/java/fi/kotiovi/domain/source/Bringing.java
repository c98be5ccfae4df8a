package fi.kotiovi.domain.source;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How bringing a contact ended. */
public sealed interface Bringing {
    /**
     * It stands in the line.
     *
     * @param place 1 = next; null when it does not wait any more
     * @param isNew false when it had been brought before
     */
    record Taken(UUID contact, String number, @Nullable Long place, boolean isNew) implements Bringing {}

    /** Something is missing or wrong with one field; nothing was taken. */
    record Refused(String field, String why) implements Bringing {}

    /** No source has this key, or it has been ended. */
    record Unknown() implements Bringing {}

    /** Too much in a minute. */
    record TooMany(int secondsToWait) implements Bringing {}
}
