package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_EARLY_PICKUP;
import static fi.kotiovi.db.Tables.KEY_STAGING;
import static fi.kotiovi.db.Tables.KEY_VISIT_NOTE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Getting ready before the door opens: which keys to take off the wall for whom, in the order in which they hang. */
@Service
public class KeyPreparations {
    private static final int MOST = 300;
    private static final int LONGEST_NOTE = 1_000;
    private static final Set<KeyState> READY = Set.of(KeyState.IN_STORE, KeyState.RESERVED, KeyState.READY_FOR_PICKUP);

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final Holidays holidays;
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final KeyLeftovers leftovers;

    KeyPreparations(
            DSLContext db,
            Clerks clerks,
            Clock clock,
            Holidays holidays,
            KeyRows rows,
            KeyLedger ledger,
            KeyLeftovers leftovers) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.holidays = holidays;
        this.rows = rows;
        this.ledger = ledger;
        this.leftovers = leftovers;
    }

    /** The next day on which the office works. */
    public LocalDate nextDay() {
        return holidays.nextWorkingDay(Helsinki.today(clock));
    }

    /** The visits of a date that are about keys; those to hand over first, in hook order. */
    @Transactional(readOnly = true)
    public List<Preparation> on(LocalDate day) {
        var office = clerks.here().office();
        var from = day.atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        var until = day.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        var list = new ArrayList<>(list(VISIT.OFFICE_ID
                .eq(office)
                .and(Ranges.lower(VISIT.DURING).ge(from))
                .and(Ranges.lower(VISIT.DURING).lt(until))
                .and(VISIT.STATE.in(VisitState.BOOKED, VisitState.CHECKED_IN, VisitState.CALLED, VisitState.SERVING))
                .and(VISIT_TYPE.HANDS_OVER_KEYS.eq(true).or(VISIT_TYPE.TAKES_KEYS_BACK.eq(true)))));
        list.sort(Comparator.comparing((Preparation visit) -> !visit.handsOver())
                .thenComparing(visit ->
                        visit.keys().isEmpty() ? "" : visit.keys().getFirst().hook())
                .thenComparing(Preparation::at));
        return list;
    }

    /** One visit to get ready for. */
    @Transactional(readOnly = true)
    public Optional<Preparation> of(UUID visit) {
        return list(VISIT.OFFICE_ID.eq(clerks.here().office()).and(VISIT.ID.eq(visit))).stream()
                .findFirst();
    }

    private List<Preparation> list(Condition condition) {
        var leaseStart = field(select(min(LeaseDates.FIRST))
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY.HOME_ID.eq(VISIT.HOME_ID))
                .and(TENANCY_RESIDENT.RESIDENT_ID.eq(VISIT.RESIDENT_ID)));
        var early = field(exists(selectOne().from(KEY_EARLY_PICKUP).where(KEY_EARLY_PICKUP.VISIT_ID.eq(VISIT.ID))));
        var found = db.select(
                        VISIT.ID,
                        VISIT_TYPE.CODE,
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                                .mapping(Localized::new),
                        VISIT_TYPE.HANDS_OVER_KEYS,
                        VISIT.LOCAL_START,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        RESIDENT.LANGUAGE,
                        Addresses.ADDRESS,
                        HOME.ID,
                        coalesce(KEY_VISIT_NOTE.BODY, inline("")),
                        leaseStart,
                        early)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                .join(HOME)
                .on(HOME.ID.eq(VISIT.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .leftJoin(KEY_VISIT_NOTE)
                .on(KEY_VISIT_NOTE.VISIT_ID.eq(VISIT.ID))
                .where(condition)
                .orderBy(VISIT.LOCAL_START)
                .limit(MOST)
                .fetch();
        var keys = rows
                .list(
                        KEY.HOME_ID
                                .in(found.getValues(HOME.ID))
                                .and(KEY.OFFICE_ID.eq(clerks.here().office())),
                        MOST * 10)
                .stream()
                .collect(Collectors.groupingBy(key -> Objects.requireNonNull(key.homeId())));
        Map<UUID, Set<UUID>> staged = db
                .select(KEY_STAGING.VISIT_ID, KEY_STAGING.KEY_ID)
                .from(KEY_STAGING)
                .where(KEY_STAGING.VISIT_ID.in(found.getValues(VISIT.ID)))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        r -> r.value1(), Collectors.mapping(r -> r.value2(), Collectors.toSet())));
        return found.map(r -> new Preparation(
                r.value1(),
                r.value2(),
                r.value3(),
                r.value4(),
                r.value5(),
                r.value6(),
                r.value7(),
                r.value8(),
                r.value9(),
                wanted(r.value2(), r.value5(), keys.getOrDefault(r.value10(), List.of())),
                staged.getOrDefault(r.value1(), Set.of()),
                r.value11(),
                r.value12() != null && r.value12().isAfter(r.value6().toLocalDate()) ? r.value12() : null,
                r.value13()));
    }

    /** Of all keys of a home those that this kind of visit is about; spares stay on the wall. */
    private static List<Key> wanted(String type, boolean handsOver, List<Key> keys) {
        if (!handsOver) {
            return keys.stream()
                    .filter(key -> key.state() == KeyState.HANDED_OUT)
                    .toList();
        }
        var extra = type.equals("EXTRA_KEY_PICKUP");
        return keys.stream()
                .filter(key -> READY.contains(key.state()) && !key.spare())
                .filter(key -> extra == (key.state() == KeyState.READY_FOR_PICKUP))
                .toList();
    }

    /** Takes a key off the wall for a visit, or hangs it back; false when it is not there any more. */
    @Transactional
    public boolean stage(UUID visit, UUID key, boolean staged) {
        var clerk = clerks.here();
        mustBeHere(visit, clerk);
        var locked = rows.lock(List.of(key)).stream()
                .filter(one -> one.office().equals(clerk.office()) && READY.contains(one.state()))
                .findFirst();
        if (locked.isEmpty()) {
            return false;
        }
        var now = Helsinki.now(clock);
        if (staged) {
            leftovers.forget(key);
        }
        var changed = staged
                ? db.insertInto(KEY_STAGING)
                        .set(KEY_STAGING.VISIT_ID, visit)
                        .set(KEY_STAGING.KEY_ID, key)
                        .set(KEY_STAGING.STAFF_ID, clerk.id())
                        .set(KEY_STAGING.AT, now)
                        .onConflictDoNothing()
                        .execute()
                : db.deleteFrom(KEY_STAGING)
                        .where(KEY_STAGING.VISIT_ID.eq(visit))
                        .and(KEY_STAGING.KEY_ID.eq(key))
                        .execute();
        if (changed == 0) {
            return db.fetchExists(KEY_STAGING, KEY_STAGING.VISIT_ID.eq(visit).and(KEY_STAGING.KEY_ID.eq(key)))
                    == staged;
        }
        // an ordered key is ready for one person as it is
        if (locked.get().state() != KeyState.READY_FOR_PICKUP) {
            ledger.state(List.of(key), staged ? KeyState.RESERVED : KeyState.IN_STORE);
        }
        ledger.log(key, staged ? KeyEventKind.STAGED : KeyEventKind.UNSTAGED, clerk.id(), "", now);
        return true;
    }

    /** What whoever serves should know. */
    @Transactional
    public void note(UUID visit, String body) {
        var clerk = clerks.here();
        mustBeHere(visit, clerk);
        var text = body.strip().substring(0, Math.min(body.strip().length(), LONGEST_NOTE));
        db.insertInto(KEY_VISIT_NOTE)
                .set(KEY_VISIT_NOTE.VISIT_ID, visit)
                .set(KEY_VISIT_NOTE.BODY, text)
                .set(KEY_VISIT_NOTE.STAFF_ID, clerk.id())
                .set(KEY_VISIT_NOTE.CHANGED_AT, Helsinki.now(clock))
                .onConflict(KEY_VISIT_NOTE.VISIT_ID)
                .doUpdate()
                .set(KEY_VISIT_NOTE.BODY, text)
                .set(KEY_VISIT_NOTE.STAFF_ID, clerk.id())
                .set(KEY_VISIT_NOTE.CHANGED_AT, Helsinki.now(clock))
                .execute();
    }

    private void mustBeHere(UUID visit, Clerk clerk) {
        if (!db.fetchExists(VISIT, VISIT.ID.eq(visit).and(VISIT.OFFICE_ID.eq(clerk.office())))) {
            throw new NotAllowedException("Not a visit of this office: " + visit);
        }
    }
}
