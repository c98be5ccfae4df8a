package fi.kotiovi.portal.visit;

import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.domain.visit.WaitingList;
import fi.kotiovi.domain.visit.WaitingList.Standing;
import fi.kotiovi.domain.visit.WhyNothing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A visit of the resident who is signed in. */
record OwnVisit(OfficeVisits visits, VisitChanges changes, WaitingList waiting, Visit visit) implements OneVisit {
    @Override
    public List<Slot> free(LocalDate first, LocalDate last) {
        return visits.free(visit, first, last);
    }

    @Override
    public WhyNothing whyNothing(LocalDate first, LocalDate last) {
        return visits.whyNothing(visit, first, last);
    }

    @Override
    public List<Slot> nearest() {
        return visits.nearest(visit);
    }

    @Override
    public LocalDate today() {
        return visits.today();
    }

    @Override
    public LocalDate horizon() {
        return visits.horizonOf(visit);
    }

    @Override
    public Booking move(OffsetDateTime start) {
        return changes.move(visit.id(), start);
    }

    @Override
    public Booking cancel() {
        return changes.cancel(visit.id());
    }

    @Override
    public Standing standing() {
        return waiting.of(visit.id());
    }

    @Override
    public void wish(boolean earlier) {
        if (earlier) {
            waiting.wish(visit.id());
        } else {
            waiting.stop(visit.id());
        }
    }

    @Override
    public Booking take(UUID offer) {
        return waiting.take(visit.id(), offer);
    }

    @Override
    public void decline() {
        waiting.decline(visit.id());
    }
}
