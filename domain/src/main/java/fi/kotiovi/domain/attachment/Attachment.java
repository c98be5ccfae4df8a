package fi.kotiovi.domain.attachment;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A file without its content. */
public record Attachment(UUID id, String fileName, String mediaType, OffsetDateTime createdAt) implements Serializable {
    public boolean isPhoto() {
        return mediaType.startsWith("image/");
    }
}
