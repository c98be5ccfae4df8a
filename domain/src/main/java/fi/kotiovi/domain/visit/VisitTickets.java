package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.CHECK_IN;
import static fi.kotiovi.db.Tables.COUNTER_SHIFT;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.db.Routines;
import fi.kotiovi.db.tables.records.TicketRecord;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.CheckInOutcome;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Keeps a visit and its ticket together when the desk works from the day's plan: the ticket takes the step and the visit
 * follows it in the database.
 */
@Component
class VisitTickets {
    private static final List<TicketState> OPEN =
            List.of(TicketState.WAITING, TicketState.PARKED, TicketState.CALLED, TicketState.SERVING);

    private final DSLContext db;

    VisitTickets(DSLContext db) {
        this.db = db;
    }

    /** False when somebody else has the visitor, the caller has another one, or the time has gone to somebody else. */
    boolean follow(UUID visit, DeskStep step, Caller.Staff me, OffsetDateTime now) {
        return switch (step) {
            case CHECK_IN -> isIn(checkIn(visit, me, now));
            case SERVE -> serve(visit, me, now);
            case FINISH -> end(visit, step, TicketState.SERVED, TicketEventKind.SERVED, me, now);
            case NO_SHOW -> end(visit, step, TicketState.NO_SHOW, TicketEventKind.NO_SHOW, me, now);
        };
    }

    private CheckInOutcome checkIn(UUID visit, Caller.Staff me, OffsetDateTime now) {
        var came = CHECK_IN(visit, now, me.id());
        return db.select(came.OUTCOME).from(came).fetchSingle(mapping(how -> how));
    }

    private static boolean isIn(CheckInOutcome outcome) {
        return outcome == CheckInOutcome.IN_TIME || outcome == CheckInOutcome.LATE;
    }

    private boolean serve(UUID visit, Caller.Staff me, OffsetDateTime now) {
        var counter = counterOf(me, now);
        if (counter.isPresent() && hasAnother(counter.get(), visit)) {
            return false;
        }
        var here = open(visit);
        var withAnother = here.isPresent()
                && here.get().getStaffId() != null
                && !me.id().equals(here.get().getStaffId());
        if (withAnother) {
            return false;
        }
        if (here.isEmpty()) {
            var came = checkIn(visit, me, now);
            if (came == CheckInOutcome.ALREADY_IN) {
                // was received before there were tickets
                stepWithoutTicket(visit, DeskStep.SERVE, me, now);
                return true;
            }
            if (!isIn(came)) {
                return false;
            }
        }
        db.update(TICKET)
                .set(TICKET.STATE, TicketState.SERVING)
                .set(TICKET.STEP, TicketEventKind.SERVING)
                .set(TICKET.STEP_BY, me.id())
                .set(TICKET.SINCE, now.truncatedTo(ChronoUnit.MILLIS))
                .set(TICKET.VERSION, TICKET.VERSION.plus(1))
                .set(TICKET.STAFF_ID, me.id())
                .set(TICKET.COUNTER_ID, counter.orElse(null))
                .setNull(TICKET.FOR_STAFF_ID)
                .where(TICKET.VISIT_ID.eq(visit))
                .and(TICKET.STATE.in(OPEN))
                .execute();
        return true;
    }

    /** A booked visitor who never came has no ticket. */
    private boolean end(
            UUID visit, DeskStep step, TicketState to, TicketEventKind kind, Caller.Staff me, OffsetDateTime now) {
        var ticket = open(visit);
        if (ticket.isEmpty()) {
            stepWithoutTicket(visit, step, me, now);
            return true;
        }
        db.update(TICKET)
                .set(TICKET.STATE, to)
                .set(TICKET.STEP, kind)
                .set(TICKET.STEP_BY, me.id())
                .set(TICKET.SINCE, now.truncatedTo(ChronoUnit.MILLIS))
                .set(TICKET.VERSION, TICKET.VERSION.plus(1))
                .setNull(TICKET.STAFF_ID)
                .setNull(TICKET.COUNTER_ID)
                .where(TICKET.ID.eq(ticket.get().getId()))
                .execute();
        Routines.tellThoseNear(db.configuration(), ticket.get().getOfficeId(), Helsinki.dateOf(now), now);
        return true;
    }

    private void stepWithoutTicket(UUID visit, DeskStep step, Caller.Staff me, OffsetDateTime now) {
        var starts = db.update(VISIT)
                .set(VISIT.STATE, step.to())
                .set(VISIT.SERVED_BY, me.id())
                .where(VISIT.ID.eq(visit))
                .returningResult(VISIT.DURING)
                .fetchSingle(mapping(Ranges::start));
        db.insertInto(VISIT_EVENT)
                .set(VISIT_EVENT.VISIT_ID, visit)
                .set(VISIT_EVENT.KIND, step.kind())
                .set(VISIT_EVENT.AT, now)
                .set(VISIT_EVENT.STAFF_ID, me.id())
                .set(VISIT_EVENT.STARTS_AT, starts)
                .execute();
    }

    private Optional<TicketRecord> open(UUID visit) {
        return db.selectFrom(TICKET)
                .where(TICKET.VISIT_ID.eq(visit))
                .and(TICKET.STATE.in(TicketState.WAITING, TicketState.PARKED, TicketState.CALLED, TicketState.SERVING))
                .forUpdate()
                .fetchOptional();
    }

    private Optional<UUID> counterOf(Caller.Staff me, OffsetDateTime now) {
        var midnight = Helsinki.dateOf(now).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        return db.select(COUNTER_SHIFT.COUNTER_ID)
                .from(COUNTER_SHIFT)
                .where(COUNTER_SHIFT.STAFF_ID.eq(me.id()))
                .and(COUNTER_SHIFT.CLOSED_AT.isNull())
                .and(COUNTER_SHIFT.OPENED_AT.ge(midnight))
                .fetchOptional(COUNTER_SHIFT.COUNTER_ID);
    }

    private boolean hasAnother(UUID counter, UUID visit) {
        return db.fetchExists(selectOne()
                .from(TICKET)
                .where(TICKET.COUNTER_ID.eq(counter))
                .and(TICKET.STATE.in(TicketState.CALLED, TicketState.SERVING))
                .and(TICKET.VISIT_ID.isDistinctFrom(visit)));
    }
}
