package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.VisitState;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the desk sees it.
 *
 * @param hasMail whether the resident hears of changes by mail; who does not is called at {@code phone}
 */
public record DeskVisit(
        UUID id,
        String number,
        VisitType type,
        VisitState state,
        OffsetDateTime start,
        LocalDateTime local,
        int counter,
        UUID residentId,
        String residentName,
        Language language,
        @Nullable UUID homeId,
        @Nullable Address address,
        @Nullable String servedBy,
        Attending attending,
        boolean hasMail,
        String phone)
        implements Serializable {
    public OffsetDateTime end() {
        return start.plusMinutes(type.minutes());
    }
}
