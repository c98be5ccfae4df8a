package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.FaultState;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What a clerk should know of somebody before the first sentence is over; of everything the few that matter now. */
public record ResidentSheet(
        List<OpenFault> faults,
        List<NextVisit> visits,
        List<String> keys,
        List<LastContact> contacts,
        List<Localized> notices) {
    /** A fault that is not mended, the latest first. */
    public record OpenFault(String number, Localized problem, FaultState state, OffsetDateTime filedAt) {}

    /** A visit ahead; {@code local} in Europe/Helsinki. */
    public record NextVisit(String number, String type, LocalDateTime local) {}

    /** A contact of whatever state, the latest first. */
    public record LastContact(
            String number, ContactChannel channel, String subject, ContactState state, OffsetDateTime arrivedAt) {}
}
