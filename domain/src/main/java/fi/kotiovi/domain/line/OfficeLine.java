package fi.kotiovi.domain.line;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The line of an office as anybody may know it.
 *
 * @param openUntil when numbers stop being given; null while none are given
 * @param opensAt when numbers are given next; null when that is not known
 */
public record OfficeLine(
        UUID office,
        String code,
        Localized name,
        String address,
        LineRule rule,
        @Nullable OffsetDateTime openUntil,
        @Nullable OffsetDateTime opensAt)
        implements Serializable {
    public boolean isOpen() {
        return openUntil != null;
    }
}
