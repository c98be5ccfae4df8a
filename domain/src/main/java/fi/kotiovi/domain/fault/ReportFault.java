package fi.kotiovi.domain.fault;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resident tells about a fault (domain.md 3.5).
 *
 * @param submission the same for every try to send the same report, so that it is filed once
 * @param photos attachments the resident has uploaded before
 */
public record ReportFault(
        UUID submission,
        @Nullable Danger danger,
        String place,
        String problem,
        String description,
        String phone,
        @Nullable EntryConsent entryConsent,
        @Nullable Pets pets,
        boolean extraLock,
        String entryTimes,
        List<UUID> photos) {
    public ReportFault {
        description = Storable.text(description);
        entryTimes = Storable.text(entryTimes);
    }

    /** Characters. */
    public static final int LONGEST_DESCRIPTION = 10_000;

    /** Characters. */
    public static final int LONGEST_ENTRY_TIMES = 500;

    public static final int MOST_PHOTOS = 5;

    ReportFault as(UUID otherSubmission) {
        return new ReportFault(
                otherSubmission,
                danger,
                place,
                problem,
                description,
                phone,
                entryConsent,
                pets,
                extraLock,
                entryTimes,
                photos);
    }
}
