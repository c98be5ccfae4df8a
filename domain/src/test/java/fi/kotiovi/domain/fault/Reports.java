package fi.kotiovi.domain.fault;

import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fault reports to start a test from. */
public final class Reports {
    private Reports() {}

    /** Complete and not urgent. */
    public static ReportFault tap() {
        return of("KITCHEN", "WATER_LEAK_TAP_DRIPS", null);
    }

    /** Complete and urgent. */
    public static ReportFault flood() {
        return of("KITCHEN", "WATER_LEAK_RUNNING", Danger.WATER_RUNNING);
    }

    public static ReportFault of(String place, String problem, @Nullable Danger danger) {
        return new ReportFault(
                UUID.randomUUID(),
                danger,
                place,
                problem,
                "Tippuu",
                "040 123 4567",
                EntryConsent.YES,
                Pets.NONE,
                false,
                "",
                List.of());
    }

    public static ReportFault saying(String description) {
        return with(description, "040 123 4567", EntryConsent.YES, "", List.of());
    }

    public static ReportFault with(
            String description, String phone, @Nullable EntryConsent consent, String times, List<UUID> photos) {
        return new ReportFault(
                UUID.randomUUID(),
                null,
                "KITCHEN",
                "WATER_LEAK_TAP_DRIPS",
                description,
                phone,
                consent,
                Pets.LOOSE,
                true,
                times,
                photos);
    }
}
