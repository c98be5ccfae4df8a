package fi.kotiovi.domain.fault;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.Urgency;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fault as its reporter knows it. */
public record Fault(
        UUID id,
        String number,
        Localized place,
        String category,
        Localized problem,
        @Nullable Danger danger,
        Urgency urgency,
        String description,
        FaultState state,
        int version,
        OffsetDateTime filedAt,
        OffsetDateTime promisedBy)
        implements Serializable {
    /** Whether people are alerted for it at any hour. */
    public boolean isUrgent() {
        return urgency == Urgency.P0 || urgency == Urgency.P1;
    }

    public boolean isOpen() {
        return state != FaultState.DONE && state != FaultState.CLOSED;
    }
}
