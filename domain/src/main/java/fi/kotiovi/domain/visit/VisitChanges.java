package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_RESIDENT;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private final VisitMoves moves;
    private final KeyRules keyRules;
    private final Outbox outbox;

    VisitChanges(
            DSLContext db,
            Callers callers,
            Clock clock,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            VisitMoves moves,
            KeyRules keyRules,
            Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.moves = moves;
        this.keyRules = keyRules;
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
        var times = freeTimes.toBook(before.officeId(), before.type().minutes());
        var refusal = refusal(before, times, start);
        if (refusal.isPresent()) {
            return new Booking.NotOffered(refusal.get(), times.nearest(start));
        }
        var wanted = times.wanted(start);
        var counter = claims.claim(wanted);
        if (counter.isEmpty()) {
            return new Booking.SlotTaken(times.nearest(start));
        }
        return moved(before, counter.get(), wanted, times.keptUntil());
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
        var times = freeTimes.at(before.officeId(), before.type().minutes());
        var sequence = moves.cancel(before, CANCELLED_RESIDENT, now, times.keptUntil());
        rows.event(visit, VisitEventKind.CANCELLED_RESIDENT, before.start(), now);
        outbox.toResident(callers.resident().id(), NotificationKind.VISIT_CANCELLED, visit, sequence);
        return done(visit);
    }

    /** To a time that was offered, which is nobody else's (see {@link WaitingList}); the rules must still allow it. */
    Booking take(UUID visit, Function<OffsetDateTime, Optional<UUID>> claim, OffsetDateTime start) {
        var before = lockedOwn(visit);
        var times = freeTimes.toBook(before.officeId(), before.type().minutes());
        if (before.state() != BOOKED || !before.start().isAfter(times.now())) {
            return new Booking.TooLate(before);
        }
        var refusal = refusal(before, times, start).filter(OfficeVisits::standsAlthoughHeld);
        if (refusal.isPresent()) {
            return new Booking.NotOffered(refusal.get(), times.nearest(start));
        }
        return claim.apply(times.now())
                .map(counter -> moved(before, counter, times.wanted(start), times.keptUntil()))
                .orElseGet(() -> new Booking.SlotTaken(times.nearest(start)));
    }

    private Booking moved(Visit before, UUID counter, CounterClaims.Wanted wanted, OffsetDateTime keptUntil) {
        var sequence = moves.move(before, counter, wanted, keptUntil);
        rows.event(before.id(), VisitEventKind.MOVED, wanted.start(), wanted.now());
        outbox.toResident(callers.resident().id(), NotificationKind.VISIT_MOVED, before.id(), sequence);
        return done(before.id());
    }

    private Optional<Refusal> refusal(Visit before, FreeTimes.Times times, OffsetDateTime start) {
        return times.refusal(start).or(() -> keyRules.tooEarly(before, start));
    }

    private Visit lockedOwn(UUID visit) {
        db.select(VISIT.ID)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .forNoKeyUpdate()
                .execute();
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
