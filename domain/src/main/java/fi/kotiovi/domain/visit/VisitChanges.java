package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_RESIDENT;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a resident changes a booked visit: another time, or not at all. */
@Service
public class VisitChanges {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final FreeTimes freeTimes;
    private final CounterClaims claims;
    private final VisitRows rows;
    private final Outbox outbox;

    VisitChanges(
            DSLContext db,
            Callers callers,
            Clock clock,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** Gives a booked visit another time: same visit, same number, one calendar entry that moves. */
    @Transactional
    public Booking move(UUID visit, OffsetDateTime start) {
        var now = Helsinki.now(clock);
        var before = lockedOwn(visit);
        if (before.state() != BOOKED || !before.start().isAfter(now)) {
            return new Booking.TooLate(before);
        }
        if (before.start().isEqual(start)) {
            return new Booking.Done(before);
        }
        var minutes = before.type().minutes();
        var times = freeTimes.at(before.officeId(), minutes);
        if (!times.include(start)) {
            return new Booking.NotOffered(times.nearest(start));
        }
        var counter = claims.claim(before.officeId(), start, minutes, now);
        if (counter.isEmpty()) {
            return new Booking.SlotTaken(times.nearest(start));
        }
        db.update(VISIT)
                .set(VISIT.COUNTER_ID, counter.get())
                .set(VISIT.DURING, Ranges.range(start, start.plusMinutes(minutes)))
                .set(VISIT.LOCAL_START, start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime())
                .set(VISIT.ICS_SEQUENCE, before.icsSequence() + 1)
                .where(VISIT.ID.eq(visit))
                .execute();
        rows.event(visit, VisitEventKind.MOVED, start, now);
        outbox.toResident(callers.resident().id(), NotificationKind.VISIT_MOVED, visit, before.icsSequence() + 1);
        return done(visit);
    }

    /** Free until the visit starts; cancelling twice is answered the same. */
    @Transactional
    public Booking cancel(UUID visit) {
        var now = Helsinki.now(clock);
        var before = lockedOwn(visit);
        if (before.state() == CANCELLED_RESIDENT) {
            return new Booking.Done(before);
        }
        if (before.state() != BOOKED || !before.start().isAfter(now)) {
            return new Booking.TooLate(before);
        }
        db.update(VISIT)
                .set(VISIT.STATE, CANCELLED_RESIDENT)
                .set(VISIT.ICS_SEQUENCE, before.icsSequence() + 1)
                .where(VISIT.ID.eq(visit))
                .execute();
        rows.event(visit, VisitEventKind.CANCELLED_RESIDENT, before.start(), now);
        outbox.toResident(callers.resident().id(), NotificationKind.VISIT_CANCELLED, visit, before.icsSequence() + 1);
        return done(visit);
    }

    private Visit lockedOwn(UUID visit) {
        db.select(VISIT.ID).from(VISIT).where(VISIT.ID.eq(visit)).forUpdate().execute();
        return own(visit);
    }

    private Visit own(UUID visit) {
        return rows.one(VISIT.ID
                        .eq(visit)
                        .and(VISIT.RESIDENT_ID.eq(callers.resident().id())))
                .orElseThrow(() -> new NotAllowedException("Not a visit of this resident: " + visit));
    }

    private Booking done(UUID visit) {
        return new Booking.Done(own(visit));
    }
}
