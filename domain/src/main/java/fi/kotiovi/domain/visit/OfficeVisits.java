package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a resident gets a visit: find a time, hold it, confirm (domain.md section 4). */
@Service
public class OfficeVisits {
    /** How long a time is kept while somebody confirms. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private static final int NEWEST = 50;
    private static final int DAYS_AT_A_TIME = 7;

    private final Callers callers;
    private final Clock clock;
    private final Residents residents;
    private final FreeTimes freeTimes;
    private final VisitRows rows;
    private final Outbox outbox;
    private final KeyRules keyRules;
    private final ProxyRules proxyRules;
    private final Holding holding;
    private final Turnstile turnstile;

    OfficeVisits(
            Callers callers,
            Clock clock,
            Residents residents,
            FreeTimes freeTimes,
            VisitRows rows,
            Outbox outbox,
            KeyRules keyRules,
            ProxyRules proxyRules,
            Holding holding,
            Turnstile turnstile) {
        this.callers = callers;
        this.clock = clock;
        this.residents = residents;
        this.freeTimes = freeTimes;
        this.rows = rows;
        this.outbox = outbox;
        this.keyRules = keyRules;
        this.proxyRules = proxyRules;
        this.holding = holding;
        this.turnstile = turnstile;
    }

    /** What one can come for, in the order to show. */
    @Transactional(readOnly = true)
    public List<VisitType> types() {
        return rows.types();
    }

    /** Free times at the office of the resident's home, both dates included; see {@link Slot}. */
    @Transactional(readOnly = true)
    public List<Slot> free(String type, LocalDate first, LocalDate last) {
        var home = home(type(type));
        return free(home.office().id(), type(type), keyRules.tooEarly(type(type), home, midnight(first)), first, last);
    }

    /** Free times for a visit that is to move: at its own office, and not before the lease of its own home. */
    @Transactional(readOnly = true)
    public List<Slot> free(Visit visit, LocalDate first, LocalDate last) {
        return free(visit.officeId(), visit.type(), keyRules.tooEarly(own(visit.id()), midnight(first)), first, last);
    }

    private List<Slot> free(UUID office, VisitType type, Optional<Refusal> tooEarly, LocalDate first, LocalDate last) {
        var earliest = tooEarly.flatMap(why -> Optional.ofNullable(why.day())).orElse(first);
        return earliest.isAfter(last)
                ? List.of()
                : freeTimes.at(office, type.minutes()).between(earliest, last);
    }

    /** The nearest free times up to the last date that can be booked, at most that many. */
    @Transactional(readOnly = true)
    public List<Slot> soonest(String type, int most) {
        var last = horizon();
        for (var first = today(); !first.isAfter(last); first = first.plusDays(DAYS_AT_A_TIME)) {
            var found = free(type, first, first.plusDays(DAYS_AT_A_TIME - 1L));
            if (!found.isEmpty()) {
                return found.stream().limit(most).toList();
            }
        }
        return List.of();
    }

    /** The three free times closest to a wanted one. */
    @Transactional(readOnly = true)
    public List<Slot> nearest(Visit visit) {
        callers.resident();
        return freeTimes.at(visit.officeId(), visit.type().minutes()).nearest(visit.start());
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
    }

    /** The first date worth asking for. */
    public LocalDate today() {
        return Helsinki.today(clock);
    }

    /** The last date that can be booked today at the office of the resident's home. */
    @Transactional(readOnly = true)
    public LocalDate horizon() {
        return freeTimes.at(home().office().id(), 0).horizon();
    }

    /** The last date to which a visit can be moved today. */
    @Transactional(readOnly = true)
    public LocalDate horizonOf(Visit visit) {
        return freeTimes.at(own(visit.id()).officeId(), 0).horizon();
    }

    /** Why there is nothing in {@link #free} on some days, both included. */
    @Transactional(readOnly = true)
    public WhyNothing whyNothing(String type, LocalDate first, LocalDate last) {
        return freeTimes
                .at(home(type(type)).office().id(), type(type).minutes())
                .why(first, last);
    }

    /** Why a visit cannot be moved to any time of some days, both included. */
    @Transactional(readOnly = true)
    public WhyNothing whyNothing(Visit visit, LocalDate first, LocalDate last) {
        return freeTimes.at(own(visit.id()).officeId(), visit.type().minutes()).why(first, last);
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

    /** Why nobody needs to come for this now, whatever the time: there are no keys to fetch; empty when one can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> nothingToDo(String type) {
        return keyRules.nothingToFetch(type(type), home(type(type)));
    }

    /** Why nobody else may come for this instead of the resident; empty when somebody may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> noProxy(String type) {
        return proxyRules.refusal(type(type), home(type(type)).office().id());
    }

    /** {@link #hold(String, OffsetDateTime, Attending)} for whoever comes in person. */
    public Booking hold(String typeCode, OffsetDateTime start) {
        return hold(typeCode, start, Attending.IN_PERSON);
    }

    /**
     * Keeps a time for ten minutes; asking for the same time again finds it kept. Another time held before for the same
     * type is let go.
     */
    public Booking hold(String typeCode, OffsetDateTime start, Attending attending) {
        var me = callers.resident().id();
        var asked = System.nanoTime();
        return turnstile.through(() -> holding.hold(me, typeCode, start, attending, asked));
    }

    /** How long a held time is still kept; nothing for any other visit. */
    public Duration left(Visit visit) {
        var until = visit.heldUntil();
        var left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until.toInstant());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Makes a held time a booking; asking twice is answered the same. */
    @Transactional
    public Booking confirm(UUID visit) {
        var me = callers.resident().id();
        var now = Helsinki.now(clock);
        var held = own(visit);
        var times = freeTimes.toBook(held.officeId(), held.type().minutes());
        var refusal = times.refusal(held.start()).filter(OfficeVisits::standsAlthoughHeld);
        if (held.state() == HELD && refusal.isPresent()) {
            return new Booking.NotOffered(refusal.get(), times.nearest(held.start()));
        }
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

    /** While a time is held its notice may run out, for that is what a hold is for; everything else must still hold. */
    static boolean standsAlthoughHeld(Refusal refusal) {
        return refusal.rule() != Refusal.Rule.TOO_SOON && refusal.rule() != Refusal.Rule.TOO_SOON_IN_OPEN_HOURS;
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

    private MyHome home(VisitType type) {
        return lived(keyRules.about(type, residents.myHomes()));
    }

    private static MyHome lived(Optional<MyHome> home) {
        return home.orElseThrow(() -> new NotAllowedException("Somebody without a home books no visit."));
    }
}
