package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TAKE_TICKET;
import static fi.kotiovi.db.Tables.TICKET;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The line as those behind the counters see it, and what they do with whoever waits. */
@Service
public class LineDesk {
    private final DSLContext db;
    private final CounterShifts shifts;
    private final TicketRows tickets;
    private final Lines lines;
    private final Kiosk kiosk;
    private final Clock clock;

    LineDesk(DSLContext db, CounterShifts shifts, TicketRows tickets, Lines lines, Kiosk kiosk, Clock clock) {
        this.db = db;
        this.shifts = shifts;
        this.tickets = tickets;
        this.lines = lines;
        this.kiosk = kiosk;
        this.clock = clock;
    }

    /** Everybody of today at the caller's office who is neither done nor gone, in the order of the line. */
    @Transactional(readOnly = true)
    public List<LineTicket> today() {
        return tickets.list(TICKET.OFFICE_ID
                .eq(CounterShifts.office(shifts.caller()))
                .and(TICKET.DAY.eq(Helsinki.today(clock)))
                .and(TICKET.STATE.notIn(TicketState.SERVED, TicketState.LEFT))
                .and(TicketRows.counts()));
    }

    /** The caller's office as everybody knows it. */
    @Transactional(readOnly = true)
    public OfficeLine line() {
        return lines.one(CounterShifts.office(shifts.caller()));
    }

    /** A number for somebody who stands at the desk, at any hour. */
    @Transactional
    public Taking.Taken take(String matter, Language language) {
        var me = shifts.caller();
        if (kiosk.matters().stream().noneMatch(known -> known.code().equals(matter))) {
            throw new NotAllowedException("No such matter: " + matter);
        }
        var secret = Secrets.fresh();
        var taken = TAKE_TICKET(
                CounterShifts.office(me), matter, language, Secrets.hash(secret), null, me.id(), Helsinki.now(clock));
        return db.select(taken.LABEL).from(taken).fetchSingle(r -> new Taking.Taken(r.value1(), secret));
    }

    /** Puts somebody who was set aside or did not come back to the old place in the line. */
    @Transactional
    public boolean back(UUID ticket) {
        return move(ticket, TicketState.WAITING, TicketEventKind.RETURNED, TicketState.PARKED, TicketState.NO_SHOW);
    }

    /** Writes down that somebody who waited has left. */
    @Transactional
    public boolean gone(UUID ticket) {
        return move(ticket, TicketState.LEFT, TicketEventKind.LEFT, TicketState.WAITING, TicketState.PARKED);
    }

    private boolean move(UUID ticket, TicketState to, TicketEventKind kind, TicketState... from) {
        var me = shifts.caller();
        var office = CounterShifts.office(me);
        var now = Helsinki.now(clock);
        var moved = tickets.letGo(to, kind, me.id(), now)
                .where(TICKET.ID.eq(ticket))
                .and(TICKET.OFFICE_ID.eq(office))
                .and(TICKET.DAY.eq(Helsinki.dateOf(now)))
                .and(TICKET.STATE.in(from))
                .and(TicketRows.counts())
                .execute();
        Routines.tellThoseNear(db.configuration(), office, Helsinki.dateOf(now), now);
        return moved == 1;
    }
}
