package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.ContactState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as its resident knows it. {@code place} in the line, 1 = next; null when it does not wait. {@code mergedInto} is the contact it is part of now. */
public record MyContact(
        UUID id,
        String number,
        Localized topic,
        String subject,
        ContactState state,
        OffsetDateTime arrivedAt,
        OffsetDateTime promisedBy,
        @Nullable Long place,
        @Nullable UUID mergedInto)
        implements Serializable {
    /** Whether the resident waits for us. */
    public boolean isWaiting() {
        return state == ContactState.NEW || state == ContactState.TAKEN || state == ContactState.WAITING_INTERNAL;
    }
}
