package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.vocabulary.TicketState.CALLED;
import static fi.kotiovi.vocabulary.TicketState.LEFT;
import static fi.kotiovi.vocabulary.TicketState.NO_SHOW;
import static fi.kotiovi.vocabulary.TicketState.PARKED;
import static fi.kotiovi.vocabulary.TicketState.SERVED;
import static fi.kotiovi.vocabulary.TicketState.SERVING;
import static fi.kotiovi.vocabulary.TicketState.WAITING;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts away what an earlier day left in the line. Nothing depends on it: a line is the tickets of today, whatever was
 * written down. For the ticker.
 */
@Service
public class LineUpkeep {
    private static final int BATCH = 500;

    private final DSLContext db;
    private final TicketRows tickets;
    private final Clock clock;

    LineUpkeep(DSLContext db, TicketRows tickets, Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Whoever waited has left, whoever was called did not come, whoever was served has been; returns how many. */
    @Transactional
    public int endEarlierDays() {
        var now = Helsinki.now(clock);
        return end(LEFT, TicketEventKind.LEFT, now, WAITING, PARKED)
                + end(NO_SHOW, TicketEventKind.NO_SHOW, now, CALLED)
                + end(SERVED, TicketEventKind.SERVED, now, SERVING);
    }

    private int end(TicketState to, TicketEventKind kind, OffsetDateTime now, TicketState... from) {
        var due = db.select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.DAY.lt(Helsinki.dateOf(now)))
                .and(TICKET.STATE.in(from))
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch(TICKET.ID);
        return tickets.letGo(to, kind, null, now).where(TICKET.ID.in(due)).execute();
    }
}
