package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ChatEnd;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a clerk has in hand: one contact, or up to three chats. {@code talk} is null where nobody chatted. */
public record InHand(Waiting contact, @Nullable Talk talk) implements Serializable {
    public UUID id() {
        return contact.id();
    }

    /** Whether the resident is there now. */
    public boolean isChat() {
        return talk != null && talk.end() == null;
    }

    /**
     * How the chat stands.
     *
     * @param end how it ended; null while the resident is there
     * @param typing whether the resident writes something now
     * @param waitsForUs whether the resident spoke last
     * @param newest the last message
     */
    public record Talk(@Nullable ChatEnd end, boolean typing, boolean waitsForUs, UUID newest)
            implements Serializable {}
}
