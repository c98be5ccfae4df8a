package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.db.Tables.VISIT_LINK_MISS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Rounds;
import fi.kotiovi.domain.Rounds.Round;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visits need without anybody asking: held times let go, people reminded. For the tickers. */
@Service
public class VisitUpkeep {
    /** A reminder goes out this long before the visit. */
    static final Duration REMINDER = Duration.ofHours(24);

    /** Whoever booked or moved it so short a time ago needs no reminder. */
    static final Duration FRESH = Duration.ofHours(3);

    /** So long after its end a visit that nobody ended is over. */
    static final Duration FORGOTTEN = Duration.ofHours(2);

    /** When people are told in the morning whom to visit today. */
    static final LocalTime MORNING = LocalTime.of(7, 30);

    private static final Duration MISSES_KEPT = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final DSLContext db;
    private final Clock clock;
    private final VisitRows rows;
    private final Outbox outbox;
    private final Rounds rounds;

    VisitUpkeep(DSLContext db, Clock clock, VisitRows rows, Outbox outbox, Rounds rounds) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.outbox = outbox;
        this.rounds = rounds;
    }

    /** Lets go what was held and not confirmed in time; returns how many. */
    @Transactional
    public int expireHolds() {
        if (!rounds.begin(Round.HOLDS)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        var due = db.select(VISIT.ID)
                .from(VISIT)
                .where(VISIT.STATE.eq(inline(VisitState.HELD)))
                .and(VISIT.HELD_UNTIL.le(now))
                .limit(BATCH)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(VISIT.ID);
        db.update(VISIT)
                .set(VISIT.STATE, VisitState.EXPIRED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.ID.in(due))
                .returningResult(VISIT.ID, VISIT.DURING)
                .fetch()
                .forEach(r -> {
                    rows.event(r.value1(), VisitEventKind.EXPIRED, Ranges.start(r.value2()), now);
                    Routines.keepFreed(db.configuration(), r.value1(), now, now.plus(WaitingList.OFFER));
                });
        return due.size();
    }

    /**
     * Ends visits that the desk forgot, so that they do not keep their residents from booking again: whoever was not
     * received within two hours did not come, whoever was received has been served, unless a number of theirs is still in
     * the line. Returns how many.
     */
    @Transactional
    public int endForgotten() {
        if (!rounds.begin(Round.FORGOTTEN)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        return end(VisitState.NO_SHOW, VisitEventKind.NO_SHOW, now, VisitState.BOOKED)
                + end(
                        VisitState.SERVED,
                        VisitEventKind.SERVED,
                        now,
                        VisitState.CHECKED_IN,
                        VisitState.CALLED,
                        VisitState.SERVING);
    }

    private int end(VisitState to, VisitEventKind kind, OffsetDateTime now, VisitState... from) {
        var due = db.select(VISIT.ID)
                .from(VISIT)
                .where(VISIT.STATE.in(from))
                .and(Ranges.upper(VISIT.DURING).lt(now.minus(FORGOTTEN)))
                .and(notExists(selectOne()
                        .from(TICKET)
                        .where(TICKET.VISIT_ID.eq(VISIT.ID))
                        .and(TICKET.DAY.eq(Helsinki.dateOf(now)))
                        .and(TICKET.STATE.in(
                                TicketState.WAITING, TicketState.PARKED, TicketState.CALLED, TicketState.SERVING))))
                .limit(BATCH)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(VISIT.ID);
        db.update(VISIT)
                .set(VISIT.STATE, to)
                .where(VISIT.ID.in(due))
                .returningResult(VISIT.ID, VISIT.DURING)
                .fetch()
                .forEach(r -> rows.event(r.value1(), kind, Ranges.start(r.value2()), now));
        return due.size();
    }

    /** Forgets who tried links that do not exist; returns how many. */
    @Transactional
    public int forgetMisses() {
        return db.deleteFrom(VISIT_LINK_MISS)
                .where(VISIT_LINK_MISS.AT.lt(Helsinki.now(clock).minus(MISSES_KEPT)))
                .execute();
    }

    /**
     * Writes the reminders of the coming day's visits, each once, and from half past seven on those of today's; returns
     * how many. Whether they are still true is asked again when they go out.
     */
    @Transactional
    public int remind() {
        if (!rounds.begin(Round.REMINDERS)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        var today = now.atZoneSameInstant(Helsinki.ZONE);
        var sent = remind(NotificationKind.VISIT_REMINDER, now, now.plus(REMINDER));
        if (!today.toLocalTime().isBefore(MORNING)) {
            var midnight = today.toLocalDate().plusDays(1).atStartOfDay(Helsinki.ZONE);
            sent += remind(NotificationKind.VISIT_TODAY, now, midnight.toOffsetDateTime());
        }
        return sent;
    }

    private int remind(NotificationKind kind, OffsetDateTime now, OffsetDateTime until) {
        var due = db.select(VISIT.ID, VISIT.RESIDENT_ID, VISIT.ICS_SEQUENCE)
                .from(VISIT)
                .where(VISIT.STATE.eq(VisitState.BOOKED))
                .and(Ranges.lower(VISIT.DURING).gt(now))
                .and(Ranges.lower(VISIT.DURING).le(until))
                .and(exists(selectOne()
                        .from(RESIDENT)
                        .where(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                        .and(RESIDENT.EMAIL.isNotNull())))
                .and(notExists(selectOne()
                        .from(VISIT_EVENT)
                        .where(VISIT_EVENT.VISIT_ID.eq(VISIT.ID))
                        .and(VISIT_EVENT.KIND.in(VisitEventKind.BOOKED, VisitEventKind.MOVED))
                        .and(VISIT_EVENT.AT.gt(now.minus(FRESH)))))
                .and(notExists(selectOne()
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.CAUSE_ID.eq(VISIT.ID))
                        .and(NOTIFICATION.KIND.eq(kind))
                        .and(NOTIFICATION.SEQUENCE.eq(VISIT.ICS_SEQUENCE))))
                .limit(BATCH)
                .fetch();
        due.forEach(r -> outbox.toResident(r.value2(), kind, r.value1(), r.value3()));
        return due.size();
    }
}
