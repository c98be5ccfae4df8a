package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.VisitState;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resident's own visit. {@code local} is the promise as given, in the zone of the office; {@code newTimeAskedAt} is
 * set while the office asks for another time. {@code cancelReason} and {@code cancelWords} are what the office said when it
 * called the visit off.
 */
public record Visit(
        UUID id,
        String number,
        VisitType type,
        VisitState state,
        OffsetDateTime start,
        LocalDateTime local,
        @Nullable OffsetDateTime heldUntil,
        int icsSequence,
        UUID officeId,
        Localized officeName,
        String officeAddress,
        Attending attending,
        @Nullable OffsetDateTime newTimeAskedAt,
        @Nullable CancelReason cancelReason,
        @Nullable String cancelWords)
        implements Serializable {
    public OffsetDateTime end() {
        return start.plusMinutes(type.minutes());
    }
}
