package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.MessageDirection;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** One message of a thread; {@code author} is a given name, and empty where the reader may not know it. */
public record Message(
        UUID id, MessageDirection direction, String body, OffsetDateTime at, String author, List<Attachment> files)
        implements Serializable {
    public Message {
        files = List.copyOf(files);
    }

    /** As the office reads it. */
    static Message masked(
            UUID id,
            MessageDirection direction,
            String body,
            OffsetDateTime at,
            String author,
            List<Attachment> files) {
        return new Message(id, direction, Secrets.masked(body), at, author, files);
    }

    /** Written by the resident. */
    public boolean isInbound() {
        return direction == MessageDirection.IN;
    }
}
