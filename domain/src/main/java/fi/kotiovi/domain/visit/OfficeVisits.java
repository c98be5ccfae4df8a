package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.SERVING;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a resident gets a visit: find a time, hold it, confirm (domain.md section 4). */
@Service
public class OfficeVisits {
    /** How long a time is kept while somebody confirms. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private static final List<VisitState> OPEN = List.of(HELD, BOOKED, CHECKED_IN, CALLED, SERVING);
    private static final int NEWEST = 50;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Residents residents;
    private final FreeTimes freeTimes;
    private final CounterClaims claims;
    private final VisitRows rows;
    private final Outbox outbox;

    OfficeVisits(
            DSLContext db,
            Callers callers,
            Clock clock,
            Residents residents,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.residents = residents;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** What one can come for, in the order to show. */
    @Transactional(readOnly = true)
    public List<VisitType> types() {
        return rows.types();
    }

    /** Free times at the office of the resident's home, both dates included; see {@link Slot}. */
    @Transactional(readOnly = true)
    public List<Slot> free(String type, LocalDate first, LocalDate last) {
        return freeTimes.between(home().office().id(), type(type).minutes(), first, last);
    }

    /** The first date worth asking for. */
    public LocalDate today() {
        return Helsinki.today(clock);
    }

    /** The last date that can be booked today. */
    public LocalDate horizon() {
        return Helsinki.today(clock).plusDays(FreeTimes.HORIZON_DAYS);
    }

    /** Own visits, the latest first; at most fifty. Times that were only held and given up are left out. */
    @Transactional(readOnly = true)
    public List<Visit> mine() {
        var me = callers.resident().id();
        return rows.newestFirst(VISIT.RESIDENT_ID.eq(me).and(VISIT.STATE.notIn(HELD, EXPIRED)), NEWEST);
    }

    @Transactional(readOnly = true)
    public Optional<Visit> one(UUID visit) {
        return rows.one(
                VISIT.ID.eq(visit).and(VISIT.RESIDENT_ID.eq(callers.resident().id())));
    }

    /**
     * Keeps a time for ten minutes; asking for the same time again finds it kept. Another time held before for the same
     * type is let go.
     */
    @Transactional
    public Booking hold(String typeCode, OffsetDateTime start) {
        var me = callers.resident().id();
        var now = Helsinki.now(clock);
        var type = type(typeCode);
        var home = home();
        var office = home.office().id();
        if (!freeTimes.isOffered(office, start, type.minutes())) {
            return new Booking.NotOffered(freeTimes.nearest(office, type.minutes(), start));
        }
        residents.oneAtATime();
        var kept = openOf(me, typeCode).filter(visit -> isKept(visit, start, now));
        if (kept.isPresent()) {
            return new Booking.Done(kept.get());
        }
        letGo(me, typeCode, now);
        var open = openOf(me, typeCode);
        if (open.isPresent()) {
            return new Booking.AlreadyBooked(open.get());
        }
        var span = Ranges.range(start, start.plusMinutes(type.minutes()));
        Routines.expireHolds(db.configuration(), office, span, now);
        var counter = claims.claim(office, start, type.minutes(), now);
        var held = counter.flatMap(free -> insert(me, home, type, free, start, now));
        if (held.isEmpty()) {
            return openOf(me, typeCode)
                    .<Booking>map(Booking.AlreadyBooked::new)
                    .orElseGet(() -> new Booking.SlotTaken(freeTimes.nearest(office, type.minutes(), start)));
        }
        rows.event(held.get(), VisitEventKind.HELD, start, now);
        return done(held.get());
    }

    private Optional<UUID> insert(
            UUID me, MyHome home, VisitType type, UUID counter, OffsetDateTime start, OffsetDateTime now) {
        return db.insertInto(VISIT)
                .set(VISIT.NUMBER, ShortNumbers.nextVisit(now))
                .set(VISIT.OFFICE_ID, home.office().id())
                .set(VISIT.COUNTER_ID, counter)
                .set(VISIT.VISIT_TYPE_CODE, type.code())
                .set(VISIT.RESIDENT_ID, me)
                .set(VISIT.HOME_ID, home.id())
                .set(VISIT.STATE, HELD)
                .set(VISIT.DURING, Ranges.range(start, start.plusMinutes(type.minutes())))
                .set(VISIT.LOCAL_START, start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime())
                .set(VISIT.ZONE, Helsinki.ZONE.getId())
                .set(VISIT.HELD_UNTIL, now.plus(HOLD))
                .set(VISIT.CREATED_AT, now)
                .onConflictDoNothing()
                .returningResult(VISIT.ID)
                .fetchOptional(VISIT.ID);
    }

    /** Makes a held time a booking; asking twice is answered the same. */
    @Transactional
    public Booking confirm(UUID visit) {
        var now = Helsinki.now(clock);
        var confirmed = db.update(VISIT)
                .set(VISIT.STATE, BOOKED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.ID.eq(visit))
                .and(VISIT.RESIDENT_ID.eq(callers.resident().id()))
                .and(VISIT.STATE.eq(HELD))
                .and(VISIT.HELD_UNTIL.gt(now))
                .execute();
        var booked = own(visit);
        if (confirmed == 0) {
            return booked.state() == BOOKED ? new Booking.Done(booked) : new Booking.HoldExpired();
        }
        rows.event(visit, VisitEventKind.BOOKED, booked.start(), now);
        outbox.toResident(callers.resident().id(), NotificationKind.VISIT_CONFIRMED, visit, booked.icsSequence());
        return new Booking.Done(booked);
    }

    private static boolean isKept(Visit visit, OffsetDateTime start, OffsetDateTime now) {
        var until = visit.heldUntil();
        return until != null && until.isAfter(now) && visit.start().isEqual(start);
    }

    private void letGo(UUID me, String typeCode, OffsetDateTime now) {
        db.update(VISIT)
                .set(VISIT.STATE, EXPIRED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.RESIDENT_ID.eq(me))
                .and(VISIT.VISIT_TYPE_CODE.eq(typeCode))
                .and(VISIT.STATE.eq(HELD))
                .returningResult(VISIT.ID, VISIT.DURING)
                .fetch()
                .forEach(r -> rows.event(r.value1(), VisitEventKind.EXPIRED, Ranges.start(r.value2()), now));
    }

    private Optional<Visit> openOf(UUID me, String typeCode) {
        return rows.one(
                VISIT.RESIDENT_ID.eq(me).and(VISIT.VISIT_TYPE_CODE.eq(typeCode)).and(VISIT.STATE.in(OPEN)));
    }

    private Visit own(UUID visit) {
        return one(visit).orElseThrow(() -> new NotAllowedException("Not a visit of this resident: " + visit));
    }

    private Booking done(UUID visit) {
        return new Booking.Done(own(visit));
    }

    private VisitType type(String code) {
        return rows.type(code).orElseThrow(() -> new NotAllowedException("No such visit type: " + code));
    }

    private MyHome home() {
        return residents
                .myLatestHome()
                .orElseThrow(() -> new NotAllowedException("Somebody without a home books no visit."));
    }
}
