package fi.kotiovi.domain.key;

import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyEventKind;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a key.
 *
 * @param by the member of staff who wrote it down
 * @param with the resident, crew or contractor on the other side of the counter
 * @param idKind the document that was looked at
 * @param receipt the number of the receipt it stands on
 */
public record KeyStep(
        UUID id,
        KeyEventKind kind,
        OffsetDateTime at,
        @Nullable String by,
        @Nullable String with,
        @Nullable IdKind idKind,
        @Nullable String receipt,
        String note) {}
