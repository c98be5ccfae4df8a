package fi.kotiovi.domain.source;

import fi.kotiovi.vocabulary.ContactChannel;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that brings contacts. {@code lastAt} is null as long as it has brought nothing, {@code endedAt} as long as it
 * may.
 */
public record Source(
        UUID id,
        String name,
        ContactChannel channel,
        OffsetDateTime keySince,
        @Nullable OffsetDateTime lastAt,
        @Nullable OffsetDateTime endedAt)
        implements Serializable {
    public boolean isEnded() {
        return endedAt != null;
    }
}
