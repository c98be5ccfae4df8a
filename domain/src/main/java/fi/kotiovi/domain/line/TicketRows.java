package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.TICKET_MATTER;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.db.Routines;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads tickets for the desk, and writes their steps; the database writes down each as an event. */
@Component
class TicketRows {
    private final DSLContext db;

    TicketRows(DSLContext db) {
        this.db = db;
    }

    /** Not one that was missed by somebody who has checked in again since, with another number. */
    static Condition counts() {
        var newer = TICKET.as("newer");
        return TICKET.STATE
                .ne(TicketState.NO_SHOW)
                .or(TICKET.VISIT_ID.isNull())
                .or(notExists(selectOne()
                        .from(newer)
                        .where(newer.VISIT_ID.eq(TICKET.VISIT_ID))
                        .and(newer.ID.gt(TICKET.ID))));
    }

    /** In the order in which they are called. */
    List<LineTicket> list(Condition which) {
        var promised = STAFF.as("promised");
        return db.select(
                        TICKET.ID,
                        Routines.ticketLabel(TICKET.LANE, TICKET.NUMBER),
                        TICKET.LANE,
                        TICKET.STATE,
                        TICKET.VISIT_TYPE_CODE,
                        VISIT_TYPE.QUICK,
                        TICKET.LANGUAGE,
                        TICKET.ARRIVED_AT,
                        TICKET.DUE_AT,
                        TICKET.RIPE_AT,
                        TICKET.SINCE,
                        TICKET.CALLED_AT,
                        TICKET.CALLS,
                        COUNTER.NUMBER,
                        TICKET.STAFF_ID,
                        STAFF.GIVEN_NAME,
                        TICKET.VISIT_ID,
                        when(RESIDENT.ID.isNotNull(), concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME)),
                        TICKET.FOR_STAFF_ID,
                        promised.GIVEN_NAME,
                        multiset(select(TICKET_MATTER.VISIT_TYPE_CODE)
                                        .from(TICKET_MATTER)
                                        .where(TICKET_MATTER.TICKET_ID.eq(TICKET.ID))
                                        .orderBy(TICKET_MATTER.ADDED_AT))
                                .convertFrom(r -> r.getValues(TICKET_MATTER.VISIT_TYPE_CODE)))
                .from(TICKET)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(TICKET.VISIT_TYPE_CODE))
                .leftJoin(COUNTER)
                .on(COUNTER.ID.eq(TICKET.COUNTER_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(TICKET.STAFF_ID))
                .leftJoin(promised)
                .on(promised.ID.eq(TICKET.FOR_STAFF_ID))
                .leftJoin(VISIT)
                .on(VISIT.ID.eq(TICKET.VISIT_ID))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                .where(which)
                .orderBy(TICKET.LANE, TICKET.DUE_AT, TICKET.ID)
                .fetch(mapping(LineTicket::new));
    }

    Optional<LineTicket> one(UUID ticket) {
        return list(TICKET.ID.eq(ticket)).stream().findFirst();
    }

    /** The beginning of every step; whoever calls adds in whose hands it is then. */
    UpdateSetMoreStep<?> step(TicketState to, TicketEventKind kind, @Nullable UUID by, OffsetDateTime at) {
        return db.update(TICKET)
                .set(TICKET.STATE, to)
                .set(TICKET.STEP, kind)
                .set(TICKET.STEP_BY, by)
                .set(TICKET.SINCE, at.truncatedTo(ChronoUnit.MILLIS))
                .set(TICKET.VERSION, TICKET.VERSION.plus(1));
    }

    /** The same, out of whoever's hands it was. */
    UpdateSetMoreStep<?> letGo(TicketState to, TicketEventKind kind, @Nullable UUID by, OffsetDateTime at) {
        return step(to, kind, by, at)
                .setNull(TICKET.STAFF_ID)
                .setNull(TICKET.COUNTER_ID)
                .setNull(TICKET.FOR_STAFF_ID);
    }
}
