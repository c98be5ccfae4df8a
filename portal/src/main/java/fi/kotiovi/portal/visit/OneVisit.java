package fi.kotiovi.portal.visit;

import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.WaitingList.Standing;
import fi.kotiovi.domain.visit.WhyNothing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What can be done with the booked visit on a page, whether its resident is signed in or came by the link in a mail. */
interface OneVisit {
    List<Slot> free(LocalDate first, LocalDate last);

    WhyNothing whyNothing(LocalDate first, LocalDate last);

    List<Slot> nearest();

    LocalDate today();

    LocalDate horizon();

    Booking move(OffsetDateTime start);

    Booking cancel();

    Standing standing();

    /** Whether an earlier time is wanted. */
    void wish(boolean earlier);

    Booking take(UUID offer);

    void decline();
}
