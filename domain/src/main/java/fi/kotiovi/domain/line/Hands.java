package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.TICKET_MATTER;
import static fi.kotiovi.db.Tables.VISIT;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visitor in one's hands: serving, setting aside, handing on, and the end. Each step is one transaction. */
@Service
public class Hands {
    private final DSLContext db;
    private final CounterShifts shifts;
    private final TicketRows tickets;
    private final AccessLog accessLog;
    private final Clock clock;

    Hands(DSLContext db, CounterShifts shifts, TicketRows tickets, AccessLog accessLog, Clock clock) {
        this.db = db;
        this.shifts = shifts;
        this.tickets = tickets;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** Whom the caller has called or serves; a second browser finds the same. */
    @Transactional(readOnly = true)
    public Optional<LineTicket> inHand() {
        return shifts.inHand(shifts.caller());
    }

    /** Takes a step; the same step again is answered as done. */
    @Transactional
    public Call step(UUID ticket, HandStep step, UUID seat) {
        return with(ticket, seat, (me, before) -> {
            if (before.state() == step.to()) {
                return new Call.Done(before);
            }
            if (!step.isPossibleFrom(before.state()) || !me.id().equals(before.clerkId())) {
                return new Call.MovedOn();
            }
            var now = Helsinki.now(clock);
            (step == HandStep.SERVE
                            ? tickets.step(step.to(), step.kind(), me.id(), now)
                            : tickets.letGo(step.to(), step.kind(), me.id(), now))
                    .where(TICKET.ID.eq(ticket))
                    .execute();
            if (step == HandStep.SERVE) {
                noteLook(me, before);
            }
            return moved(me, ticket, now);
        });
    }

    /** Lets a colleague who sits at a counter go on with the visitor, who keeps the place in the line until called there. */
    @Transactional
    public Call handOn(UUID ticket, UUID colleague, UUID seat) {
        return with(ticket, seat, (me, before) -> {
            var there = shifts.all().stream().anyMatch(shift -> shift.staff().equals(colleague));
            if (!there || colleague.equals(me.id()) || !HandStep.RETURN.isPossibleFrom(before.state())) {
                return new Call.MovedOn();
            }
            var now = Helsinki.now(clock);
            tickets.letGo(TicketState.WAITING, TicketEventKind.HANDED_ON, me.id(), now)
                    .set(TICKET.FOR_STAFF_ID, colleague)
                    .where(TICKET.ID.eq(ticket))
                    .execute();
            return moved(me, ticket, now);
        });
    }

    /** Writes down another matter of the same visitor; the same one again changes nothing. */
    @Transactional
    public Call addMatter(UUID ticket, String matter, UUID seat) {
        return with(ticket, seat, (me, before) -> {
            if (before.matter().equals(matter)) {
                return new Call.Done(before);
            }
            db.insertInto(TICKET_MATTER)
                    .set(TICKET_MATTER.TICKET_ID, ticket)
                    .set(TICKET_MATTER.VISIT_TYPE_CODE, matter)
                    .set(TICKET_MATTER.ADDED_AT, Helsinki.now(clock))
                    .set(TICKET_MATTER.ADDED_BY, me.id())
                    .onConflictDoNothing()
                    .execute();
            return new Call.Done(tickets.one(ticket).orElseThrow());
        });
    }

    private Call with(UUID ticket, UUID seat, BiFunction<Caller.Staff, LineTicket, Call> command) {
        var me = shifts.caller();
        shifts.oneAtATime(me);
        var shift = shifts.of(me);
        if (shift.isEmpty()) {
            return new Call.NoCounter();
        }
        if (!shift.get().seat().equals(seat)) {
            return new Call.OtherWindow();
        }
        db.select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.ID.eq(ticket))
                .forUpdate()
                .execute();
        return tickets.list(TICKET.ID.eq(ticket).and(TICKET.OFFICE_ID.eq(CounterShifts.office(me)))).stream()
                .findFirst()
                .map(before -> command.apply(me, before))
                .orElseGet(Call.MovedOn::new);
    }

    private Call moved(Caller.Staff me, UUID ticket, OffsetDateTime now) {
        Routines.tellThoseNear(db.configuration(), CounterShifts.office(me), Helsinki.dateOf(now), now);
        return new Call.Done(tickets.one(ticket).orElseThrow());
    }

    private void noteLook(Caller.Staff me, LineTicket ticket) {
        var visit = ticket.visit();
        if (visit != null) {
            db.select(VISIT.RESIDENT_ID)
                    .from(VISIT)
                    .where(VISIT.ID.eq(visit))
                    .fetchOptional(VISIT.RESIDENT_ID)
                    .ifPresent(resident -> accessLog.note(me, resident, AccessReason.SERVING_VISIT, visit));
        }
    }
}
