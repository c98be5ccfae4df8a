package fi.kotiovi.domain.key;

import fi.kotiovi.vocabulary.KeyOrderState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A key that was ordered for a resident. */
public record ExtraKey(UUID id, String number, Key key, KeyOrderState state, String resident, OffsetDateTime orderedAt)
        implements Serializable {}
