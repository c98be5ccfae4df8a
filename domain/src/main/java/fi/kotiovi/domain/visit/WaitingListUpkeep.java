package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.FREED_TIME;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_OFFER;
import static fi.kotiovi.db.Tables.VISIT_WISH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Rounds;
import fi.kotiovi.domain.Rounds.Round;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OfferState;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers freed times to those who wait, and lets go what nobody wanted. For the ticker. */
@Service
public class WaitingListUpkeep {
    /** A time that begins sooner than this is offered to nobody: the mail would be read too late. */
    static final Duration TOO_SOON = Duration.ofMinutes(60);

    private static final int BATCH = 100;

    private final DSLContext db;
    private final Clock clock;
    private final Outbox outbox;
    private final Rounds rounds;

    WaitingListUpkeep(DSLContext db, Clock clock, Outbox outbox, Rounds rounds) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
        this.rounds = rounds;
    }

    /** One round: offers that ran out, times to offer, times that are everybody's again. Returns how many were offered. */
    @Transactional
    public int offerDue() {
        if (!rounds.begin(Round.OFFERS)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        lapse(now);
        var due = db.select(FREED_TIME.ID, FREED_TIME.OFFICE_ID, FREED_TIME.DURING, FREED_TIME.KEPT_UNTIL)
                .from(FREED_TIME)
                .where(FREED_TIME.CLOSED_AT.isNull())
                .and(FREED_TIME.KEPT_UNTIL.gt(now))
                .and(notExists(selectOne()
                        .from(VISIT_OFFER)
                        .where(VISIT_OFFER.FREED_TIME_ID.eq(FREED_TIME.ID))
                        .and(VISIT_OFFER.STATE.eq(inline(OfferState.OPEN)))))
                .orderBy(FREED_TIME.FREED_AT, FREED_TIME.ID)
                .limit(BATCH)
                .forUpdate()
                .of(FREED_TIME)
                .skipLocked()
                .fetch(mapping(Freed::new));
        var offered = 0;
        for (var freed : due) {
            if (Ranges.start(freed.during).isAfter(now.plus(TOO_SOON))) {
                offered += next(freed).map(visit -> offer(freed, visit, now)).orElse(0);
            }
        }
        release(now);
        return offered;
    }

    /** Nobody wanted it: everybody's again. One that is being taken at this moment waits for the next round, not we. */
    private void release(OffsetDateTime now) {
        var due = db.select(FREED_TIME.ID)
                .from(FREED_TIME)
                .where(FREED_TIME.CLOSED_AT.isNull())
                .and(FREED_TIME.KEPT_UNTIL.le(now))
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch(FREED_TIME.ID);
        db.update(FREED_TIME)
                .set(FREED_TIME.CLOSED_AT, now)
                .where(FREED_TIME.ID.in(due))
                .execute();
    }

    /** Whose half hour is over, or whose visit is not there any more. */
    private void lapse(OffsetDateTime now) {
        var due = db.select(VISIT_OFFER.ID)
                .from(VISIT_OFFER)
                .join(VISIT)
                .on(VISIT.ID.eq(VISIT_OFFER.VISIT_ID))
                .where(VISIT_OFFER.STATE.eq(inline(OfferState.OPEN)))
                .and(VISIT_OFFER.UNTIL.le(now).or(VISIT.STATE.ne(VisitState.BOOKED)))
                .limit(BATCH)
                .forUpdate()
                .of(VISIT_OFFER)
                .skipLocked()
                .fetch(VISIT_OFFER.ID);
        db.update(VISIT_OFFER)
                .set(VISIT_OFFER.STATE, OfferState.LAPSED)
                .where(VISIT_OFFER.ID.in(due))
                .execute();
    }

    /** Who has waited longest for such a time, has not been offered this one and is offered no other. */
    private Optional<UUID> next(Freed freed) {
        return db.select(VISIT.ID)
                .from(VISIT_WISH)
                .join(VISIT)
                .on(VISIT.ID.eq(VISIT_WISH.VISIT_ID))
                .where(VISIT.STATE.eq(VisitState.BOOKED))
                .and(VISIT.OFFICE_ID.eq(freed.office))
                .and(Ranges.lower(VISIT.DURING).gt(Ranges.start(freed.during)))
                .and(Ranges.upper(VISIT.DURING)
                        .le(Ranges.lower(VISIT.DURING).plus(DayToSecond.valueOf(freed.length()))))
                .and(notBeforeLease(freed))
                .and(notExists(selectOne()
                        .from(VISIT_OFFER)
                        .where(VISIT_OFFER.VISIT_ID.eq(VISIT.ID))
                        .and(VISIT_OFFER.FREED_TIME_ID.eq(freed.id).or(VISIT_OFFER.STATE.eq(OfferState.OPEN)))))
                .orderBy(VISIT_WISH.ASKED_AT, VISIT_WISH.VISIT_ID)
                .limit(1)
                .fetchOptional(VISIT.ID);
    }

    private static Condition notBeforeLease(Freed freed) {
        return VISIT.VISIT_TYPE_CODE
                .ne("KEY_PICKUP")
                .or(VISIT.HOME_ID.in(select(TENANCY.HOME_ID)
                        .from(TENANCY)
                        .join(TENANCY_RESIDENT)
                        .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                        .where(TENANCY_RESIDENT.RESIDENT_ID.eq(VISIT.RESIDENT_ID))
                        .and(Ranges.holds(TENANCY.DURING, Helsinki.dateOf(Ranges.start(freed.during))))));
    }

    private int offer(Freed freed, UUID visit, OffsetDateTime now) {
        var start = Ranges.start(freed.during);
        var until = now.plus(WaitingList.OFFER).isBefore(start) ? now.plus(WaitingList.OFFER) : start;
        var offer = db.insertInto(VISIT_OFFER)
                .set(VISIT_OFFER.FREED_TIME_ID, freed.id)
                .set(VISIT_OFFER.VISIT_ID, visit)
                .set(VISIT_OFFER.MADE_AT, now)
                .set(VISIT_OFFER.UNTIL, until)
                .set(VISIT_OFFER.STATE, OfferState.OPEN)
                .onConflictDoNothing()
                .returningResult(VISIT_OFFER.ID)
                .fetchOptional(VISIT_OFFER.ID);
        if (offer.isEmpty()) {
            return 0;
        }
        if (until.isAfter(freed.keptUntil)) {
            db.update(FREED_TIME)
                    .set(FREED_TIME.KEPT_UNTIL, until)
                    .where(FREED_TIME.ID.eq(freed.id))
                    .execute();
        }
        var resident = db.select(VISIT.RESIDENT_ID)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .fetchSingle(mapping(id -> id));
        outbox.toResident(resident, NotificationKind.VISIT_OFFER, offer.get(), 0);
        return 1;
    }

    private record Freed(UUID id, UUID office, OffsetDateTimeRange during, OffsetDateTime keptUntil) {
        private Duration length() {
            return Duration.between(Ranges.start(during), Ranges.end(during));
        }
    }
}
