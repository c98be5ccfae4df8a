package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.COUNTER_SHIFT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits at which counter today. One person has one counter, and acts from one browser at a time. */
@Service
public class CounterShifts {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final TicketRows tickets;

    CounterShifts(DSLContext db, Callers callers, Clock clock, TicketRows tickets) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.tickets = tickets;
    }

    /** Everybody who sits at a counter of the caller's office now, in the order of the counters. */
    @Transactional(readOnly = true)
    public List<Shift> all() {
        return list(COUNTER_SHIFT.OFFICE_ID.eq(office(caller())));
    }

    /** The caller's own. */
    @Transactional(readOnly = true)
    public Optional<Shift> mine() {
        return of(caller());
    }

    /** Sits down at a counter, leaving the one before. */
    @Transactional
    public Opening open(int counter, boolean quickOnly, UUID seat) {
        var me = caller();
        oneAtATime(me);
        var busy = inHand(me);
        if (busy.isPresent()) {
            return new Opening.Busy(busy.get());
        }
        var now = Helsinki.now(clock);
        var here = COUNTER.OFFICE_ID.eq(office(me)).and(COUNTER.NUMBER.eq(counter));
        var place = db.select(COUNTER.ID)
                .from(COUNTER)
                .where(here)
                .fetchOptional(COUNTER.ID)
                .orElseThrow(() -> new NotAllowedException("No such counter here: " + counter));
        close(COUNTER_SHIFT.STAFF_ID.eq(me.id()), now);
        close(COUNTER_SHIFT.COUNTER_ID.eq(place).and(COUNTER_SHIFT.OPENED_AT.lt(midnight())), now);
        var opened = db.insertInto(COUNTER_SHIFT)
                .set(COUNTER_SHIFT.OFFICE_ID, office(me))
                .set(COUNTER_SHIFT.COUNTER_ID, place)
                .set(COUNTER_SHIFT.STAFF_ID, me.id())
                .set(COUNTER_SHIFT.SEAT, seat)
                .set(COUNTER_SHIFT.QUICK_ONLY, quickOnly)
                .set(COUNTER_SHIFT.OPENED_AT, now)
                .onConflictDoNothing()
                .execute();
        return opened == 0 ? new Opening.Occupied(counter) : new Opening.Open(of(me).orElseThrow());
    }

    /** Gets up. What was promised to the caller is everybody's again. False while a visitor is there. */
    @Transactional
    public boolean close() {
        var me = caller();
        oneAtATime(me);
        if (inHand(me).isPresent()) {
            return false;
        }
        close(COUNTER_SHIFT.STAFF_ID.eq(me.id()), Helsinki.now(clock));
        db.update(TICKET)
                .setNull(TICKET.FOR_STAFF_ID)
                .where(TICKET.FOR_STAFF_ID.eq(me.id()))
                .execute();
        return true;
    }

    /** From now on the caller acts from this browser, and no longer from another. */
    @Transactional
    public void takeOver(UUID seat) {
        db.update(COUNTER_SHIFT)
                .set(COUNTER_SHIFT.SEAT, seat)
                .where(COUNTER_SHIFT.STAFF_ID.eq(caller().id()))
                .and(COUNTER_SHIFT.CLOSED_AT.isNull())
                .execute();
    }

    /** Two clicks of one person wait for each other, so that the second finds what the first one did. */
    void oneAtATime(Caller.Staff me) {
        db.select(STAFF.ID)
                .from(STAFF)
                .where(STAFF.ID.eq(me.id()))
                .forNoKeyUpdate()
                .execute();
    }

    Caller.Staff caller() {
        return callers.staff(DESK, MANAGER);
    }

    static UUID office(Caller.Staff me) {
        var office = me.officeId();
        if (office == null) {
            throw new NotAllowedException("Somebody without an office has no counter.");
        }
        return office;
    }

    Optional<Shift> of(Caller.Staff person) {
        return list(COUNTER_SHIFT.STAFF_ID.eq(person.id())).stream().findFirst();
    }

    /** Whom the person has called or serves at a counter. */
    Optional<LineTicket> inHand(Caller.Staff person) {
        return tickets
                .list(TICKET.STAFF_ID
                        .eq(person.id())
                        .and(TICKET.STATE.in(TicketState.CALLED, TicketState.SERVING))
                        .and(TICKET.COUNTER_ID.isNotNull())
                        .and(TICKET.DAY.eq(Helsinki.today(clock))))
                .stream()
                .findFirst();
    }

    private List<Shift> list(Condition which) {
        return db.select(
                        COUNTER_SHIFT.ID,
                        COUNTER_SHIFT.COUNTER_ID,
                        COUNTER.NUMBER,
                        COUNTER_SHIFT.STAFF_ID,
                        STAFF.GIVEN_NAME,
                        COUNTER_SHIFT.SEAT,
                        COUNTER_SHIFT.QUICK_ONLY)
                .from(COUNTER_SHIFT)
                .join(COUNTER)
                .on(COUNTER.ID.eq(COUNTER_SHIFT.COUNTER_ID))
                .join(STAFF)
                .on(STAFF.ID.eq(COUNTER_SHIFT.STAFF_ID))
                .where(which)
                .and(COUNTER_SHIFT.CLOSED_AT.isNull())
                .and(COUNTER_SHIFT.OPENED_AT.ge(midnight()))
                .orderBy(COUNTER.NUMBER)
                .fetch(mapping(Shift::new));
    }

    private void close(Condition which, OffsetDateTime now) {
        db.update(COUNTER_SHIFT)
                .set(COUNTER_SHIFT.CLOSED_AT, now)
                .where(which)
                .and(COUNTER_SHIFT.CLOSED_AT.isNull())
                .execute();
    }

    /** A shift that began before is over, whether somebody ended it or not. */
    private OffsetDateTime midnight() {
        return Helsinki.today(clock).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
    }
}
