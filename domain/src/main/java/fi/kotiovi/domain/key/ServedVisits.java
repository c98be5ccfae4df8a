package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands at the counter, or whose envelope it is, and what may be done with keys for them. */
@Component
class ServedVisits {
    private final DSLContext db;

    ServedVisits(DSLContext db) {
        this.db = db;
    }

    /** The visit that is being served at this office now, locked; one without a home is not about keys. */
    Optional<Served> lock(UUID visit, Clerk clerk) {
        return db.select(VISIT.RESIDENT_ID, VISIT.HOME_ID, VISIT_TYPE.HANDS_OVER_KEYS, VISIT_TYPE.TAKES_KEYS_BACK)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .where(VISIT.ID.eq(visit))
                .and(VISIT.STATE.eq(VisitState.SERVING))
                .and(VISIT.OFFICE_ID.eq(clerk.office()))
                .and(VISIT.HOME_ID.isNotNull())
                .forUpdate()
                .of(VISIT)
                .fetchOptional(
                        r -> new Served(visit, null, r.value1(), r.value2(), clerk.office(), r.value3(), r.value4()));
    }

    /** Whoever this clerk serves with a number, locked; it has to be somebody of that home, now or once. */
    Optional<Served> lock(WalkIn who, Clerk clerk) {
        // a booking of somebody else stays out of what is written for this one
        return db.select(VISIT.ID)
                .from(TICKET)
                .leftJoin(VISIT)
                .on(VISIT.ID
                        .eq(TICKET.VISIT_ID)
                        .and(VISIT.RESIDENT_ID.eq(who.resident()))
                        .and(VISIT.HOME_ID.eq(who.home())))
                .where(TICKET.ID.eq(who.ticket()))
                .and(TICKET.OFFICE_ID.eq(clerk.office()))
                .and(TICKET.STATE.eq(TicketState.SERVING))
                .and(TICKET.STAFF_ID.eq(clerk.id()))
                .andExists(selectOne()
                        .from(TENANCY)
                        .join(TENANCY_RESIDENT)
                        .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                        .where(TENANCY.HOME_ID.eq(who.home()))
                        .and(TENANCY_RESIDENT.RESIDENT_ID.eq(who.resident())))
                .forUpdate()
                .of(TICKET)
                .fetchOptional(r ->
                        new Served(r.value1(), who.ticket(), who.resident(), who.home(), clerk.office(), true, true));
    }

    /** Whoever has all of these keys, when they are of one home and one person. */
    Optional<Served> withoutVisit(Set<UUID> keys, Clerk clerk) {
        var holders = db.selectDistinct(KEY_CUSTODY.RESIDENT_ID, KEY.HOME_ID)
                .from(KEY)
                .join(KEY_CUSTODY)
                .on(KEY_CUSTODY.KEY_ID.eq(KEY.ID))
                .where(KEY.ID.in(keys))
                .and(KEY.OFFICE_ID.eq(clerk.office()))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .and(KEY_CUSTODY.RESIDENT_ID.isNotNull())
                .and(KEY.HOME_ID.isNotNull())
                .fetch(r -> new Served(null, null, r.value1(), r.value2(), clerk.office(), false, true));
        return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
    }

    boolean isHere(UUID visit, Clerk clerk) {
        return db.fetchExists(VISIT, VISIT.ID.eq(visit).and(VISIT.OFFICE_ID.eq(clerk.office())));
    }

    /** One person, one home, one key room. */
    record Served(
            @Nullable UUID visit,
            @Nullable UUID ticket,
            UUID resident,
            UUID home,
            UUID office,
            boolean handsOver,
            boolean takesBack) {}
}
