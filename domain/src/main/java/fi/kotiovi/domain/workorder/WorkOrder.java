package fi.kotiovi.domain.workorder;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.Pets;
import fi.kotiovi.vocabulary.Urgency;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of work: how it stands, what is broken, and what the crew must know at the door. */
public record WorkOrder(
        UUID id,
        String number,
        WorkOrderState state,
        int version,
        Urgency urgency,
        OffsetDateTime createdAt,
        @Nullable UUID assigneeId,
        @Nullable String assigneeName,
        @Nullable OffsetDateTime doneAt,
        String doneNote,
        Job job,
        Door door)
        implements Serializable {
    public boolean isUrgent() {
        return urgency == Urgency.P0 || urgency == Urgency.P1;
    }

    /** What the resident reported. */
    public record Job(
            UUID faultId,
            String category,
            Localized place,
            Localized problem,
            @Nullable Danger danger,
            String description)
            implements Serializable {}

    /** Whose home it is and how to get in; phone in E.164. */
    public record Door(
            Address address,
            UUID residentId,
            String residentName,
            String phone,
            Language language,
            @Nullable EntryConsent entryConsent,
            @Nullable Pets pets,
            boolean extraLock,
            String entryTimes,
            @Nullable String waterShutoff,
            @Nullable String accessNote)
            implements Serializable {}
}
