package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.vocabulary.KeyState;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Component;

/** Nobody comes for keys in vain: whether there is something to fetch for a resident, and from which date on. */
@Component
class KeyRules {
    private static final String KEY_PICKUP = "KEY_PICKUP";
    private static final String EXTRA_KEY_PICKUP = "EXTRA_KEY_PICKUP";

    /** Where a key hangs that somebody can be given. */
    private static final Set<KeyState> FETCHED =
            EnumSet.of(KeyState.IN_STORE, KeyState.RESERVED, KeyState.READY_FOR_PICKUP);

    private final DSLContext db;

    KeyRules(DSLContext db) {
        this.db = db;
    }

    /**
     * Which of somebody's homes such a visit is about. Whoever moves from one of ours to another lives in the old one still
     * and fetches the keys of the new one: where keys wait, of the lease that begins last.
     */
    Optional<MyHome> about(VisitType type, List<MyHome> homes) {
        var first = homes.stream().findFirst();
        return !type.code().equals(KEY_PICKUP) || homes.size() < 2
                ? first
                : homes.reversed().stream()
                        .filter(home -> waits(home, false))
                        .findFirst()
                        .or(() -> first);
    }

    /** Why such a visit is of no use now, whatever the time; empty when it is. */
    Optional<Refusal> nothingToFetch(VisitType type, MyHome home) {
        return switch (type.code()) {
            case KEY_PICKUP -> waits(home, false) ? Optional.empty() : Optional.of(Refusal.of(Rule.NO_KEYS, 0));
            case EXTRA_KEY_PICKUP ->
                waits(home, true) ? Optional.empty() : Optional.of(Refusal.of(Rule.NO_EXTRA_KEY, 0));
            default -> Optional.empty();
        };
    }

    /** Why such a visit cannot be at that time; empty when it can. */
    Optional<Refusal> tooEarly(VisitType type, MyHome home, OffsetDateTime start) {
        return type.code().equals(KEY_PICKUP) && Helsinki.dateOf(start).isBefore(home.since())
                ? Optional.of(new Refusal(Rule.BEFORE_LEASE, null, null, 0, home.since()))
                : Optional.empty();
    }

    /** The same for a visit of the caller's that is to move: what counts is the home it is about. */
    Optional<Refusal> tooEarly(Visit visit, OffsetDateTime start) {
        return !visit.type().code().equals(KEY_PICKUP)
                ? Optional.empty()
                : db.select(VISIT.RESIDENT_ID, VISIT.HOME_ID)
                        .from(VISIT)
                        .where(VISIT.ID.eq(visit.id()))
                        .and(VISIT.HOME_ID.isNotNull())
                        .fetchOptional()
                        .flatMap(of -> tooEarly(visit.type(), of.value1(), of.value2(), start));
    }

    /** The same for whoever the desk moves: the first day of the earliest lease of that home that is not over. */
    Optional<Refusal> tooEarly(VisitType type, UUID resident, UUID home, OffsetDateTime start) {
        if (!type.code().equals(KEY_PICKUP)) {
            return Optional.empty();
        }
        var day = Helsinki.dateOf(start);
        return db
                .select(TENANCY.DURING)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(resident))
                .and(TENANCY.HOME_ID.eq(home))
                .fetch(Record1::value1)
                .stream()
                .filter(lease -> lease.upper() == null || lease.upper().isAfter(day))
                .flatMap(lease -> Optional.ofNullable(lease.lower()).stream())
                .min(Comparator.naturalOrder())
                .filter(day::isBefore)
                .map(since -> new Refusal(Rule.BEFORE_LEASE, null, null, 0, since));
    }

    /** Why somebody whom the desk books would come in vain, at that office and whatever the time; empty when not. */
    Optional<Refusal> nothingToFetch(VisitType type, UUID home, UUID office) {
        var here = KEY.HOME_ID.eq(home).and(KEY.OFFICE_ID.eq(office));
        return switch (type.code()) {
            case KEY_PICKUP ->
                db.fetchExists(KEY, here.andNot(KEY.SPARE).and(KEY.STATE.in(FETCHED)))
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Rule.NO_KEYS, 0));
            case EXTRA_KEY_PICKUP ->
                db.fetchExists(KEY, here.and(KEY.STATE.eq(KeyState.READY_FOR_PICKUP)))
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Rule.NO_EXTRA_KEY, 0));
            default -> Optional.empty();
        };
    }

    private boolean waits(MyHome home, boolean extra) {
        return Boolean.TRUE.equals(Routines.keysWaitForMe(
                db.configuration(), home.id(), home.office().id(), extra));
    }
}
