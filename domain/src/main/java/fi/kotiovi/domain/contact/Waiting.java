package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as the office sees it. Resident and address are missing when nobody is known. */
public record Waiting(
        UUID id,
        String number,
        ContactChannel channel,
        Localized topic,
        String subject,
        Language language,
        ContactState state,
        OffsetDateTime arrivedAt,
        OffsetDateTime promisedBy,
        String returnedReason,
        @Nullable OffsetDateTime leaseUntil,
        @Nullable UUID residentId,
        @Nullable String residentName,
        @Nullable Address address,
        Standing standing)
        implements Serializable {}
