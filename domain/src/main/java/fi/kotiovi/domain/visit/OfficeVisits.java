package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.SERVING;

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
        return freeTimes.at(home().office().id(), type(type).minutes()).between(first, last);
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
        var home = lived(residents.myLatestHomeOneAtATime());
        var times = freeTimes.at(home.office().id(), type.minutes());
        if (!times.include(start)) {
            return new Booking.NotOffered(times.nearest(start));
        }
        var open = openOf(me, typeCode);
        if (open.isPresent() && open.get().state() != HELD) {
            return new Booking.AlreadyBooked(open.get());
        }
        if (open.filter(visit -> isKept(visit, start, now)).isPresent()) {
            return new Booking.Done(open.get());
        }
        open.ifPresent(visit -> letGo(visit, now));
        return claims.claim(home.office().id(), start, type.minutes(), now)
                .<Booking>map(counter -> insert(me, home, type, counter, start, now)
                        .<Booking>map(Booking.Done::new)
                        .orElseGet(() ->
                                new Booking.AlreadyBooked(openOf(me, typeCode).orElseThrow())))
                .orElseGet(() -> new Booking.SlotTaken(times.nearest(start)));
    }

    /** Empty when the office has booked the same for this person meanwhile. */
    private Optional<Visit> insert(
            UUID me, MyHome home, VisitType type, UUID counter, OffsetDateTime start, OffsetDateTime now) {
        var until = now.plus(HOLD);
        var local = start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime();
        var office = home.office();
        var held = db.insertInto(VISIT)
                .set(VISIT.NUMBER, ShortNumbers.nextVisit(now))
                .set(VISIT.OFFICE_ID, office.id())
                .set(VISIT.COUNTER_ID, counter)
                .set(VISIT.VISIT_TYPE_CODE, type.code())
                .set(VISIT.RESIDENT_ID, me)
                .set(VISIT.HOME_ID, home.id())
                .set(VISIT.STATE, HELD)
                .set(VISIT.DURING, Ranges.range(start, start.plusMinutes(type.minutes())))
                .set(VISIT.LOCAL_START, local)
                .set(VISIT.ZONE, Helsinki.ZONE.getId())
                .set(VISIT.HELD_UNTIL, until)
                .set(VISIT.CREATED_AT, now)
                .onConflictDoNothing()
                .returningResult(VISIT.ID, VISIT.NUMBER)
                .fetchOptional(r -> new Visit(
                        r.value1(),
                        r.value2(),
                        type,
                        HELD,
                        start,
                        local,
                        until,
                        0,
                        office.id(),
                        office.name(),
                        office.streetAddress()));
        held.ifPresent(visit -> rows.event(visit.id(), VisitEventKind.HELD, start, now));
        return held;
    }

    /** Makes a held time a booking; asking twice is answered the same. */
    @Transactional
    public Booking confirm(UUID visit) {
        var me = callers.resident().id();
        var now = Helsinki.now(clock);
        var confirmed = rows.confirm(VISIT.ID
                .eq(visit)
                .and(VISIT.RESIDENT_ID.eq(me))
                .and(VISIT.STATE.eq(HELD))
                .and(VISIT.HELD_UNTIL.gt(now)));
        if (confirmed.isEmpty()) {
            var before = own(visit);
            return before.state() == BOOKED ? new Booking.Done(before) : new Booking.HoldExpired();
        }
        var booked = confirmed.get();
        rows.event(visit, VisitEventKind.BOOKED, booked.start(), now);
        outbox.toResident(me, NotificationKind.VISIT_CONFIRMED, visit, booked.icsSequence());
        return new Booking.Done(booked);
    }

    private static boolean isKept(Visit visit, OffsetDateTime start, OffsetDateTime now) {
        var until = visit.heldUntil();
        return until != null && until.isAfter(now) && visit.start().isEqual(start);
    }

    private void letGo(Visit held, OffsetDateTime now) {
        var released = db.update(VISIT)
                .set(VISIT.STATE, EXPIRED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.ID.eq(held.id()))
                .and(VISIT.STATE.eq(HELD))
                .execute();
        if (released == 1) {
            rows.event(held.id(), VisitEventKind.EXPIRED, held.start(), now);
        }
    }

    private Optional<Visit> openOf(UUID me, String typeCode) {
        return rows.one(
                VISIT.RESIDENT_ID.eq(me).and(VISIT.VISIT_TYPE_CODE.eq(typeCode)).and(VISIT.STATE.in(OPEN)));
    }

    private Visit own(UUID visit) {
        return one(visit).orElseThrow(() -> new NotAllowedException("Not a visit of this resident: " + visit));
    }

    private VisitType type(String code) {
        return rows.type(code).orElseThrow(() -> new NotAllowedException("No such visit type: " + code));
    }

    private MyHome home() {
        return lived(residents.myLatestHome());
    }

    private static MyHome lived(Optional<MyHome> home) {
        return home.orElseThrow(() -> new NotAllowedException("Somebody without a home books no visit."));
    }
}
