package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.domain.visit.FreeTimes.Times;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the desk gives a booked visit another time, another counter, or both. */
@Service
public class StaffMoves {
    private static final int GRID_MINUTES = 5;
    private static final int SHORTEST_REASON = 3;

    private final DSLContext db;
    private final Callers callers;
    private final FreeTimes freeTimes;
    private final CounterClaims claims;
    private final VisitRows rows;
    private final KeyRules keyRules;
    private final Outbox outbox;
    private final AccessLog accessLog;

    StaffMoves(
            DSLContext db,
            Callers callers,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            KeyRules keyRules,
            Outbox outbox,
            AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.keyRules = keyRules;
        this.outbox = outbox;
        this.accessLog = accessLog;
    }

    /**
     * Where to.
     *
     * @param counter its number; null for the present one or, when that is taken, any
     * @param override why a rule is stepped over, which a manager may; null when none is
     * @param seen when it was to start on the screen of whoever moves it; null for wherever it is now
     */
    public record Move(
            UUID visit,
            OffsetDateTime start,
            @Nullable Integer counter,
            @Nullable String override,
            @Nullable OffsetDateTime seen) {
        public Move {
            override = override == null ? null : Storable.text(override).strip();
        }

        /** From wherever it is now. */
        public Move(UUID visit, OffsetDateTime start, @Nullable Integer counter, @Nullable String override) {
            this(visit, start, counter, override, null);
        }
    }

    /**
     * Moves a visit that has not begun. The rules are asked here, whatever a screen believed; a manager steps over them for
     * a reason that is kept, but never over somebody else at the counter nor into the past. The resident hears of a new
     * time and of nothing else. The same move again is answered as done.
     */
    @Transactional
    public Booking move(Move wish) {
        var me = callers.staff(DESK, MANAGER);
        var place = locked(wish.visit, me);
        var before = rows.one(VISIT.ID.eq(wish.visit)).orElseThrow();
        var times = freeTimes.forStaffToBook(before.officeId(), before.type().minutes());
        if (before.state() != BOOKED || !before.start().isAfter(times.now())) {
            return new Booking.TooLate(before);
        }
        var stays = before.start().isEqual(wish.start);
        if (stays && (wish.counter == null || wish.counter == place.number)) {
            return new Booking.Done(before);
        }
        if (wish.seen != null && !wish.seen.isEqual(before.start())) {
            return new Booking.TooLate(before);
        }
        var counters = counters(before.officeId(), place, wish.counter);
        var refusal = refusal(before, place, times, wish, counters);
        var reason = refusal.isPresent() ? reason(wish.override) : null;
        if (refusal.isPresent() && (reason == null || !mayBeSteppedOver(refusal.get(), wish, times))) {
            return new Booking.NotOffered(refusal.get(), times.nearest(wish.start));
        }
        var wanted = times.wanted(wish.start);
        for (var counter : counters.entrySet()) {
            var served = reason != null || times.serves(counter.getKey(), wish.start);
            if (served && claims.move(wish.visit, counter.getValue(), wanted, times.keptUntil())) {
                rows.moved(
                        wish.visit,
                        stays ? VisitEventKind.COUNTER_CHANGED : VisitEventKind.MOVED,
                        wanted,
                        counter.getValue(),
                        me.id(),
                        reason);
                return moved(me, place.resident, before.start(), wish.visit);
            }
        }
        return new Booking.SlotTaken(times.nearest(wish.start));
    }

    private Booking moved(Caller.Staff me, UUID resident, OffsetDateTime from, UUID visit) {
        var now = rows.one(VISIT.ID.eq(visit)).orElseThrow();
        if (!now.start().isEqual(from)) {
            outbox.toResident(resident, NotificationKind.VISIT_MOVED, visit, now.icsSequence());
        }
        accessLog.note(me, resident, AccessReason.SERVING_VISIT, visit);
        return new Booking.Done(now);
    }

    private Optional<Refusal> refusal(
            Visit before, Place place, Times times, Move wish, SequencedMap<Integer, UUID> counters) {
        return times.refusal(wish.start)
                .or(() -> counters.keySet().stream().anyMatch(number -> times.serves(number, wish.start))
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Rule.NO_COUNTER, 0)))
                .or(() -> place.home == null
                        ? Optional.empty()
                        : keyRules.tooEarly(before.type(), place.resident, place.home, wish.start));
    }

    /** The past stays the past, and a visit is on the grid of the counters and within one day. */
    private static boolean mayBeSteppedOver(Refusal why, Move wish, Times times) {
        var local = wish.start.atZoneSameInstant(Helsinki.ZONE).toLocalTime();
        return why.rule() != Rule.TOO_SOON
                && why.rule() != Rule.TOO_SOON_IN_OPEN_HOURS
                && wish.start.isAfter(times.now())
                && local.getMinute() % GRID_MINUTES == 0
                && local.getSecond() == 0
                && Helsinki.dateOf(wish.start).equals(Helsinki.dateOf(wish.start.plusMinutes(times.taken())));
    }

    /** Only a manager steps over a rule, and says why. */
    private @Nullable String reason(@Nullable String override) {
        if (override == null) {
            return null;
        }
        callers.staff(MANAGER);
        if (override.length() < SHORTEST_REASON) {
            throw new NotAllowedException("A rule is stepped over for a reason or not at all.");
        }
        return override;
    }

    /** The counters that will do, the best first. */
    private SequencedMap<Integer, UUID> counters(UUID office, Place place, @Nullable Integer wanted) {
        var all = new LinkedHashMap<Integer, UUID>();
        if (wanted == null) {
            all.put(place.number, place.counter);
        }
        db
                .select(COUNTER.NUMBER, COUNTER.ID)
                .from(COUNTER)
                .where(COUNTER.OFFICE_ID.eq(office))
                .orderBy(COUNTER.NUMBER)
                .fetch(mapping(Map::entry))
                .stream()
                .filter(counter -> wanted == null || Objects.equals(counter.getKey(), wanted))
                .forEach(counter -> all.putIfAbsent(counter.getKey(), counter.getValue()));
        if (all.isEmpty()) {
            throw new NotAllowedException("No such counter at this office: " + wanted);
        }
        return all;
    }

    private Place locked(UUID visit, Caller.Staff me) {
        db.select(VISIT.ID)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .forNoKeyUpdate()
                .execute();
        return db.select(VISIT.COUNTER_ID, COUNTER.NUMBER, VISIT.RESIDENT_ID, VISIT.HOME_ID)
                .from(VISIT)
                .join(COUNTER)
                .on(COUNTER.ID.eq(VISIT.COUNTER_ID))
                .where(VISIT.ID.eq(visit))
                .and(VISIT.OFFICE_ID.eq(me.officeId()))
                .fetchOptional(mapping(Place::new))
                .orElseThrow(() -> new NotAllowedException("Not a visit of this office: " + visit));
    }

    private record Place(
            UUID counter,
            int number,
            UUID resident,
            @Nullable UUID home) {}
}
