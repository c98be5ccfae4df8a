package fi.kotiovi.domain.key;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.LockSystem;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Keys that a resident has asked for.
 *
 * @param lockSystem that of the keys of this kind which the home has already
 * @param have how many of this kind the home has
 */
public record AskedKey(
        UUID id,
        UUID residentId,
        String resident,
        Address address,
        KeyKind kind,
        int pieces,
        String reason,
        OffsetDateTime askedAt,
        LockSystem lockSystem,
        int have)
        implements Serializable {}
