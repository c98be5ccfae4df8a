package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds keys and moves them between the hook and people, with a custody row for every instant (domain.md 4.3). */
@Service
public class KeyRoom {
    private static final int MOST_FOUND = 30;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    KeyRoom(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** Keys whose tag, hook or serial begins so, or whose street contains it; at most thirty. */
    @Transactional(readOnly = true)
    public List<Key> find(String text) {
        callers.staff(DESK, MANAGER);
        var wanted = Storable.text(text).strip();
        return wanted.isEmpty()
                ? List.of()
                : keys(KEY.TAG
                        .startsWithIgnoreCase(wanted)
                        .or(KEY.HOOK.startsWithIgnoreCase(wanted))
                        .or(KEY.SERIAL.startsWithIgnoreCase(wanted))
                        .or(concat(
                                        BUILDING.STREET_FI,
                                        inline(" "),
                                        BUILDING.HOUSE_NUMBER,
                                        inline(" "),
                                        HOME.STAIRCASE,
                                        inline(" "),
                                        HOME.FLAT_NUMBER)
                                .containsIgnoreCase(wanted)));
    }

    /** The keys of a home, in hook order. */
    @Transactional(readOnly = true)
    public List<Key> ofHome(UUID home) {
        callers.staff(DESK, MANAGER);
        return keys(KEY.HOME_ID.eq(home));
    }

    /** Gives keys that hang here to the visitor whose identity was just checked. */
    @Transactional
    public Handover handOver(UUID visit, Collection<UUID> keys, IdKind idKind) {
        return move(
                visit,
                keys,
                List.of(KeyState.IN_STORE, KeyState.RESERVED),
                new Move(KeyEventKind.HANDED_OUT, KeyState.HANDED_OUT, KeyHolder.RESIDENT, idKind));
    }

    /** Hangs keys back that somebody brought. */
    @Transactional
    public Handover takeBack(UUID visit, Collection<UUID> keys) {
        return move(
                visit,
                keys,
                List.of(KeyState.HANDED_OUT),
                new Move(KeyEventKind.RETURNED, KeyState.IN_STORE, KeyHolder.OFFICE, null));
    }

    private Handover move(UUID visit, Collection<UUID> ticked, List<KeyState> from, Move move) {
        var ids = Set.copyOf(ticked);
        var clerk = callers.staff(DESK, MANAGER);
        var me = clerk.id();
        if (ids.isEmpty()) {
            return new Handover.NoKeys();
        }
        var visitor = db.select(VISIT.RESIDENT_ID)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .and(VISIT.STATE.eq(VisitState.SERVING))
                .and(VISIT.OFFICE_ID.eq(clerk.officeId()))
                .forUpdate()
                .fetchOptional(VISIT.RESIDENT_ID);
        if (visitor.isEmpty()) {
            return new Handover.NotServing();
        }
        // Locked in one order before anything is written: nothing by halves, and no deadlock between two clerks.
        var ready = db.select(KEY.ID)
                .from(KEY)
                .where(KEY.ID.in(ids))
                .and(KEY.STATE.in(from))
                .orderBy(KEY.ID)
                .forUpdate()
                .fetchSet(KEY.ID);
        if (ready.size() != ids.size()) {
            return new Handover.Elsewhere(keys(KEY.ID.in(ids).and(KEY.ID.notIn(ready))));
        }
        db.update(KEY).set(KEY.STATE, move.to).where(KEY.ID.in(ids)).execute();
        var now = Helsinki.now(clock);
        for (var key : ids) {
            changeCustody(key, visit, visitor.get(), move, now);
            db.insertInto(KEY_EVENT)
                    .set(KEY_EVENT.KEY_ID, key)
                    .set(KEY_EVENT.KIND, move.kind)
                    .set(KEY_EVENT.AT, now)
                    .set(KEY_EVENT.STAFF_ID, me)
                    .set(KEY_EVENT.VISIT_ID, visit)
                    .set(KEY_EVENT.RESIDENT_ID, visitor.get())
                    .set(KEY_EVENT.ID_KIND, move.idKind)
                    .execute();
        }
        return new Handover.Done(keys(KEY.ID.in(ids)));
    }

    private void changeCustody(UUID key, UUID visit, UUID visitor, Move move, OffsetDateTime now) {
        db.select(KEY_CUSTODY.DURING)
                .from(KEY_CUSTODY)
                .where(KEY_CUSTODY.KEY_ID.eq(key))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .fetchOptional(KEY_CUSTODY.DURING)
                .ifPresent(open -> db.update(KEY_CUSTODY)
                        .set(KEY_CUSTODY.DURING, Ranges.range(Ranges.start(open), now))
                        .where(KEY_CUSTODY.KEY_ID.eq(key))
                        .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                        .execute());
        db.insertInto(KEY_CUSTODY)
                .set(KEY_CUSTODY.KEY_ID, key)
                .set(KEY_CUSTODY.DURING, OffsetDateTimeRange.offsetDateTimeRange(now, true, null, false))
                .set(KEY_CUSTODY.HOLDER, move.holder)
                .set(KEY_CUSTODY.RESIDENT_ID, move.holder == KeyHolder.RESIDENT ? visitor : null)
                .set(KEY_CUSTODY.VISIT_ID, visit)
                .execute();
    }

    private List<Key> keys(Condition condition) {
        return db.select(
                        KEY.ID,
                        KEY.TAG,
                        KEY.HOOK,
                        KEY.KIND,
                        KEY.SERIAL,
                        KEY.STATE,
                        Addresses.ADDRESS_IF_ANY,
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME))
                .from(KEY)
                .join(BUILDING)
                .on(BUILDING.ID.eq(KEY.BUILDING_ID))
                .leftJoin(HOME)
                .on(HOME.ID.eq(KEY.HOME_ID))
                .leftJoin(KEY_CUSTODY)
                .on(KEY_CUSTODY
                        .KEY_ID
                        .eq(KEY.ID)
                        .and(Ranges.upper(KEY_CUSTODY.DURING).isNull()))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_CUSTODY.RESIDENT_ID))
                .where(condition)
                .orderBy(KEY.HOOK, KEY.TAG)
                .limit(MOST_FOUND)
                .fetch(mapping(Key::new));
    }

    private record Move(
            KeyEventKind kind,
            KeyState to,
            KeyHolder holder,
            @Nullable IdKind idKind) {}
}
