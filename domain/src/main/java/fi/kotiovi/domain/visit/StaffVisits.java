package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.SERVING;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Booking for whoever phones or walks in, at the office of the member of staff. */
@Service
public class StaffVisits {
    private static final int LOOK_AHEAD_DAYS = 14;

    private final Callers callers;
    private final PeopleFinder people;
    private final FreeTimes freeTimes;
    private final CounterClaims claims;
    private final VisitRows rows;
    private final NewVisits newVisits;
    private final KeyRules keyRules;
    private final Outbox outbox;
    private final AccessLog accessLog;

    StaffVisits(
            Callers callers,
            PeopleFinder people,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            NewVisits newVisits,
            KeyRules keyRules,
            Outbox outbox,
            AccessLog accessLog) {
        this.callers = callers;
        this.people = people;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.newVisits = newVisits;
        this.keyRules = keyRules;
        this.outbox = outbox;
        this.accessLog = accessLog;
    }

    /**
     * What to book for whom.
     *
     * @param override why a rule is stepped over, which a manager may; null when none is
     * @param counter where best; null when it does not matter
     */
    public record BookFor(
            UUID resident,
            UUID home,
            String type,
            OffsetDateTime start,
            Attending attending,
            @Nullable String override,
            @Nullable Integer counter) {
        /** At whatever counter. */
        public BookFor(
                UUID resident,
                UUID home,
                String type,
                OffsetDateTime start,
                Attending attending,
                @Nullable String override) {
            this(resident, home, type, start, attending, override, null);
        }
    }

    /** People by a piece of the name, the address or the phone number; those of the own office first. */
    @Transactional(readOnly = true)
    public List<Person> find(String text) {
        return people.find(text, office(me()));
    }

    @Transactional(readOnly = true)
    public List<VisitType> types() {
        me();
        return rows.types();
    }

    /** The next free times of the own office, also at the counters that are kept for callers. */
    @Transactional(readOnly = true)
    public List<Slot> soonest(String type, int most) {
        var times = freeTimes.forStaff(office(me()), type(type).minutes());
        var first = Helsinki.dateOf(times.now());
        return times.between(first, first.plusDays(LOOK_AHEAD_DAYS)).stream()
                .limit(most)
                .toList();
    }

    /** The free times from a moment on. */
    @Transactional(readOnly = true)
    public List<Slot> soonest(String type, OffsetDateTime from, int most) {
        var first = Helsinki.dateOf(from);
        return freeTimes
                .forStaff(office(me()), type(type).minutes())
                .between(first, first.plusDays(LOOK_AHEAD_DAYS))
                .stream()
                .filter(slot -> !slot.start().isBefore(from))
                .limit(most)
                .toList();
    }

    /**
     * Books at once and tells the resident. Nobody steps over opening hours, over a visit at the same counter or over the
     * one open visit of a kind; a manager may over the horizon, the first day of a lease, keys that are not here yet and the
     * number of visits, with a reason that is kept.
     */
    @Transactional
    public Booking book(BookFor wish) {
        var me = me();
        var reason = reason(wish.override);
        var office = office(me);
        var type = type(wish.type);
        var times = freeTimes.forStaffToBook(office, type.minutes());
        var refusal = reason == null
                ? times.refusal(wish.start)
                        .or(() -> keyRules.tooEarly(type, wish.resident, wish.home, wish.start))
                        .or(() -> keyRules.nothingToFetch(type, wish.home, office))
                : times.refusalWithoutHorizon(wish.start);
        if (refusal.isPresent()) {
            return new Booking.NotOffered(refusal.get(), times.nearest(wish.start));
        }
        var open = openOf(wish);
        if (open.isPresent()) {
            return new Booking.AlreadyBooked(open.get());
        }
        if (reason == null && rows.countAhead(wish.resident) >= times.openVisits()) {
            return new Booking.TooMany(times.openVisits());
        }
        var wanted = times.wanted(wish.start);
        var claimed = wish.counter == null ? claims.claim(wanted) : claims.claim(wanted, wish.counter);
        return claimed.map(counter -> newVisits
                        .book(wish.resident, wish.home, type, counter, wanted, wish.attending, me.id(), reason)
                        .<Booking>map(visit -> booked(me, wish, visit))
                        .orElseGet(() -> new Booking.AlreadyBooked(openOf(wish).orElseThrow())))
                .orElseGet(() -> new Booking.SlotTaken(times.nearest(wish.start)));
    }

    private Booking booked(Caller.Staff me, BookFor wish, UUID visit) {
        outbox.toResident(wish.resident, NotificationKind.VISIT_CONFIRMED, visit, 0);
        accessLog.note(me, wish.resident, AccessReason.SERVING_VISIT, visit);
        return new Booking.Done(rows.one(VISIT.ID.eq(visit)).orElseThrow());
    }

    private Optional<Visit> openOf(BookFor wish) {
        return rows.one(VISIT.RESIDENT_ID
                .eq(wish.resident)
                .and(VISIT.VISIT_TYPE_CODE.eq(wish.type))
                .and(VISIT.STATE.in(HELD, BOOKED, CHECKED_IN, CALLED, SERVING)));
    }

    /** Only a manager steps over a rule, and says why. */
    private @Nullable String reason(@Nullable String override) {
        if (override == null) {
            return null;
        }
        callers.staff(MANAGER);
        if (override.isBlank()) {
            throw new NotAllowedException("A rule is stepped over for a reason or not at all.");
        }
        return override.strip();
    }

    private Caller.Staff me() {
        return callers.staff(DESK, AGENT, MANAGER);
    }

    private static UUID office(Caller.Staff me) {
        var office = me.officeId();
        if (office == null) {
            throw new NotAllowedException("Somebody without an office books no visit.");
        }
        return office;
    }

    private VisitType type(String code) {
        return rows.type(code).orElseThrow(() -> new NotAllowedException("No such visit type: " + code));
    }
}
