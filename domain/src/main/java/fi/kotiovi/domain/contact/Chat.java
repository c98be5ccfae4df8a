package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ChatEnd;
import fi.kotiovi.vocabulary.ContactState;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chat as its resident sees it.
 *
 * @param place in the line, 1 = next; null when it does not wait
 * @param end how it ended; null while it goes on
 * @param typing whether the clerk writes something now
 * @param messages how many have been said so far
 */
public record Chat(
        UUID contact,
        String number,
        String subject,
        ContactState state,
        @Nullable Long place,
        @Nullable ChatEnd end,
        boolean typing,
        int messages)
        implements Serializable {
    public boolean isLive() {
        return end == null;
    }

    /** Somebody of the office is in it. */
    public boolean isWithClerk() {
        return isLive() && state == ContactState.TAKEN;
    }
}
