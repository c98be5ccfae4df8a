package fi.kotiovi.portal.visit;

import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.LinkedVisits;
import fi.kotiovi.domain.visit.LinkedVisits.Link;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.WaitingList.Standing;
import fi.kotiovi.domain.visit.WhyNothing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A visit that a link in a mail opens; each step shows the link again. */
record LinkedVisit(LinkedVisits visits, Link link, Standing standing, LocalDate today) implements OneVisit {
    @Override
    public List<Slot> free(LocalDate first, LocalDate last) {
        return visits.free(link, first, last);
    }

    @Override
    public WhyNothing whyNothing(LocalDate first, LocalDate last) {
        return visits.whyNothing(link, first, last);
    }

    @Override
    public List<Slot> nearest() {
        return visits.nearest(link);
    }

    @Override
    public LocalDate horizon() {
        return visits.horizon(link);
    }

    @Override
    public Booking move(OffsetDateTime start) {
        return visits.move(link, start);
    }

    @Override
    public Booking cancel() {
        return visits.cancel(link);
    }

    @Override
    public void wish(boolean earlier) {
        visits.wish(link, earlier);
    }

    @Override
    public Booking take(UUID offer) {
        return visits.take(link, offer);
    }

    @Override
    public void decline() {
        visits.decline(link);
    }
}
