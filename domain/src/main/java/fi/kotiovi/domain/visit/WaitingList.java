package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.OPEN_OFFER;
import static fi.kotiovi.db.Tables.TAKE_OFFER;
import static fi.kotiovi.db.Tables.VISIT_WISH;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static org.jooq.Records.mapping;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For those who would rather come earlier. Whoever leaves a time leaves it to them first: it is offered to one after the
 * other, each for half an hour in which nobody else can have it.
 */
@Service
public class WaitingList {
    /** How long an offered time is kept for the one it was offered to. */
    public static final Duration OFFER = Duration.ofMinutes(30);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final OfficeVisits visits;
    private final VisitChanges changes;

    WaitingList(DSLContext db, Callers callers, Clock clock, OfficeVisits visits, VisitChanges changes) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.visits = visits;
        this.changes = changes;
    }

    /** Puts an own booked visit on the list; asking again keeps the place. */
    @Transactional
    public void wish(UUID visit) {
        if (own(visit).state() == BOOKED) {
            db.insertInto(VISIT_WISH, VISIT_WISH.VISIT_ID, VISIT_WISH.ASKED_AT)
                    .values(visit, Helsinki.now(clock))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    @Transactional
    public void stop(UUID visit) {
        own(visit);
        db.deleteFrom(VISIT_WISH).where(VISIT_WISH.VISIT_ID.eq(visit)).execute();
        open(visit).ifPresent(offer -> Routines.declineOffer(db.configuration(), offer.id()));
    }

    /** How an own visit stands on the list. */
    @Transactional(readOnly = true)
    public Standing of(UUID visit) {
        own(visit);
        return new Standing(db.fetchExists(VISIT_WISH, VISIT_WISH.VISIT_ID.eq(visit)), open(visit));
    }

    /** Moves the visit to the time it is offered now. */
    @Transactional
    public Booking take(UUID visit, UUID offer) {
        var before = own(visit);
        var open = open(visit).filter(now -> now.id().equals(offer));
        if (open.isEmpty()) {
            return new Booking.SlotTaken(List.of());
        }
        var taken = changes.take(
                before.id(),
                now -> {
                    var claimed = TAKE_OFFER(offer, now);
                    return db.select(claimed.COUNTER_ID).from(claimed).fetchOptional(claimed.COUNTER_ID);
                },
                open.get().start());
        if (taken instanceof Booking.Done) {
            db.deleteFrom(VISIT_WISH).where(VISIT_WISH.VISIT_ID.eq(visit)).execute();
        }
        return taken;
    }

    /** Leaves the offered time to the next; the visit stays on the list. */
    @Transactional
    public void decline(UUID visit) {
        own(visit);
        open(visit).ifPresent(offer -> Routines.declineOffer(db.configuration(), offer.id()));
    }

    private Optional<Offer> open(UUID visit) {
        var open = OPEN_OFFER(visit, Helsinki.now(clock));
        return db.select(open.OFFER_ID, open.STARTS_AT, open.UNTIL).from(open).fetchOptional(mapping(Offer::new));
    }

    private Visit own(UUID visit) {
        var me = callers.resident();
        return visits.one(visit)
                .orElseThrow(() -> new NotAllowedException("Not a visit of resident " + me.id() + ": " + visit));
    }

    /** Whether a visit waits for an earlier time, and which one it is offered. */
    public record Standing(boolean waits, Optional<Offer> offer) {}

    /** An earlier time, kept until a moment. */
    public record Offer(UUID id, OffsetDateTime start, OffsetDateTime until) implements Serializable {
        public LocalDateTime local() {
            return start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime();
        }
    }
}
