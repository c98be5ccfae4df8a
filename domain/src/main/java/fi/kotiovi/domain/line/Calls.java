package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls visitors to counters, and only when somebody says so. The order is (lane, due time); whoever presses gets the
 * first one that nobody else is just getting, on any number of browsers and nodes.
 */
@Service
public class Calls {
    private final DSLContext db;
    private final CounterShifts shifts;
    private final TicketRows tickets;
    private final Lines lines;
    private final Clock clock;

    Calls(DSLContext db, CounterShifts shifts, TicketRows tickets, Lines lines, Clock clock) {
        this.db = db;
        this.shifts = shifts;
        this.tickets = tickets;
        this.lines = lines;
        this.clock = clock;
    }

    /** Calls the first in line. Whoever is at the counter already stays the one, however often this is pressed. */
    @Transactional
    public Call next(UUID seat) {
        return at(seat, (me, shift) -> {
            var now = Helsinki.now(clock);
            var mine = TICKET.OFFICE_ID
                    .eq(CounterShifts.office(me))
                    .and(TICKET.DAY.eq(Helsinki.dateOf(now)))
                    .and(TICKET.STATE.eq(inline(TicketState.WAITING)))
                    .and(TICKET.FOR_STAFF_ID.isNull().or(TICKET.FOR_STAFF_ID.eq(me.id())))
                    .and(shift.quickOnly() ? quick().or(TICKET.FOR_STAFF_ID.eq(me.id())) : noCondition());
            // whoever came long before the booked time is called early rather than a counter stay empty
            return call(mine.and(TICKET.RIPE_AT.le(now)), me, shift, now)
                    .or(() -> call(mine, me, shift, now))
                    .<Call>map(Call.Done::new)
                    .orElseGet(Call.NobodyWaits::new);
        });
    }

    /** Calls one out of turn: from the line, from those set aside, or from those who did not come. */
    @Transactional
    public Call one(UUID ticket, UUID seat) {
        return at(seat, (me, shift) -> {
            var now = Helsinki.now(clock);
            var wanted = TICKET.ID
                    .eq(ticket)
                    .and(TICKET.OFFICE_ID.eq(CounterShifts.office(me)))
                    .and(TICKET.DAY.eq(Helsinki.dateOf(now)))
                    .and(TICKET.STATE.in(TicketState.WAITING, TicketState.PARKED, TicketState.NO_SHOW))
                    .and(TicketRows.counts());
            return call(wanted, me, shift, now).<Call>map(Call.Done::new).orElseGet(Call.MovedOn::new);
        });
    }

    /** Calls the same visitor again, not sooner than the office's rule says. */
    @Transactional
    public Call again(UUID seat) {
        var me = shifts.caller();
        shifts.oneAtATime(me);
        return shifts.of(me)
                .map(shift -> shift.seat().equals(seat) ? again(me) : new Call.OtherWindow())
                .orElseGet(Call.NoCounter::new);
    }

    private Call again(Caller.Staff me) {
        var called = shifts.inHand(me).filter(ticket -> ticket.state() == TicketState.CALLED);
        if (called.isEmpty()) {
            return new Call.MovedOn();
        }
        var ticket = called.get();
        var now = Helsinki.now(clock);
        var free =
                calledAt(ticket).plus(lines.one(CounterShifts.office(me)).rule().beforeRecall());
        if (now.isBefore(free)) {
            return new Call.JustCalled(
                    ticket, (int) Math.ceilDiv(Duration.between(now, free).toMillis(), 1_000));
        }
        tickets.step(TicketState.CALLED, TicketEventKind.RECALLED, me.id(), now)
                .set(TICKET.CALLS, TICKET.CALLS.plus(1))
                .set(TICKET.CALLED_AT, now.truncatedTo(ChronoUnit.MILLIS))
                .where(TICKET.ID.eq(ticket.id()))
                .execute();
        return new Call.Done(tickets.one(ticket.id()).orElseThrow());
    }

    private static OffsetDateTime calledAt(LineTicket ticket) {
        var at = ticket.calledAt();
        return at == null ? ticket.since() : at;
    }

    private Call at(UUID seat, Command command) {
        var me = shifts.caller();
        shifts.oneAtATime(me);
        var shift = shifts.of(me);
        if (shift.isEmpty()) {
            return new Call.NoCounter();
        }
        if (!shift.get().seat().equals(seat)) {
            return new Call.OtherWindow();
        }
        return shifts.inHand(me).<Call>map(Call.StillHere::new).orElseGet(() -> command.at(me, shift.get()));
    }

    /** One statement: whoever locks the row has called it, everybody else passes over it. */
    private Optional<LineTicket> call(Condition which, Caller.Staff me, Shift shift, OffsetDateTime now) {
        var next = name("next")
                .fields("id")
                .asMaterialized(select(TICKET.ID)
                        .from(TICKET)
                        .where(which)
                        .orderBy(TICKET.LANE, TICKET.DUE_AT, TICKET.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked());
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var called = db.with(next)
                .update(TICKET)
                .set(TICKET.STATE, TicketState.CALLED)
                .set(TICKET.STEP, TicketEventKind.CALLED)
                .set(TICKET.STEP_BY, me.id())
                .set(TICKET.SINCE, at)
                .set(TICKET.VERSION, TICKET.VERSION.plus(1))
                .set(TICKET.STAFF_ID, me.id())
                .set(TICKET.COUNTER_ID, shift.counterId())
                .setNull(TICKET.FOR_STAFF_ID)
                .set(TICKET.CALLS, TICKET.CALLS.plus(1))
                .set(TICKET.CALLED_AT, at)
                .from(next)
                .where(TICKET.ID.eq(next.field("id", UUID.class)))
                .returningResult(TICKET.ID)
                .fetchOptional(TICKET.ID);
        called.ifPresent(ticket ->
                Routines.tellThoseNear(db.configuration(), CounterShifts.office(me), Helsinki.dateOf(now), now));
        return called.flatMap(tickets::one);
    }

    private static Condition quick() {
        return TICKET.VISIT_TYPE_CODE.in(
                select(VISIT_TYPE.CODE).from(VISIT_TYPE).where(VISIT_TYPE.QUICK));
    }

    /** What somebody with a free counter asks for. */
    @FunctionalInterface
    private interface Command {
        Call at(Caller.Staff me, Shift shift);
    }
}
