package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_INVENTORY;
import static fi.kotiovi.db.Tables.KEY_INVENTORY_TICK;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Walking along the wall with a phone: begun, put away, gone on with, signed off. */
@Service
public class KeyInventories {
    private static final int MOST = 60_000;
    private static final Set<KeyState> SHOULD_HANG =
            Set.of(KeyState.IN_STORE, KeyState.RESERVED, KeyState.READY_FOR_PICKUP, KeyState.BROKEN);

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final KeyRows rows;

    KeyInventories(DSLContext db, Clerks clerks, Clock clock, KeyRows rows) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.rows = rows;
    }

    /** The walk under way, else a new one: two people who begin at once walk together. */
    @Transactional
    public UUID start() {
        var clerk = clerks.here();
        db.insertInto(KEY_INVENTORY)
                .set(KEY_INVENTORY.OFFICE_ID, clerk.office())
                .set(KEY_INVENTORY.STARTED_BY, clerk.id())
                .set(KEY_INVENTORY.STARTED_AT, Helsinki.now(clock))
                .onConflictDoNothing()
                .execute();
        return open(clerk).orElseThrow();
    }

    /** The walk under way, else the one signed off last; of one rack, or of all. */
    @Transactional(readOnly = true)
    public Optional<Inventory> latest(String rack) {
        var clerk = clerks.here();
        return db.select(
                        KEY_INVENTORY.ID,
                        KEY_INVENTORY.STARTED_AT,
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        KEY_INVENTORY.SIGNED_OFF_AT)
                .from(KEY_INVENTORY)
                .join(STAFF)
                .on(STAFF.ID.eq(KEY_INVENTORY.STARTED_BY))
                .where(KEY_INVENTORY.OFFICE_ID.eq(clerk.office()))
                .orderBy(KEY_INVENTORY.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(r -> {
                    var ticks = ticks(r.value1());
                    var signed = r.value4() != null;
                    var shown = signed
                            ? KEY.ID.in(ticks.entrySet().stream()
                                    .filter(tick -> tick.getValue().expected)
                                    .map(Map.Entry::getKey)
                                    .toList())
                            : expected(clerk);
                    var onRack = rack.isEmpty() ? shown : shown.and(KEY.HOOK.startsWith(rack + " "));
                    return new Inventory(
                            r.value1(),
                            r.value2(),
                            r.value3(),
                            r.value4(),
                            hooks(rows.list(onRack, MOST), ticks),
                            rows.list(
                                    KEY.ID.in(ticks.entrySet().stream()
                                            .filter(tick -> !tick.getValue().expected && tick.getValue().found)
                                            .map(Map.Entry::getKey)
                                            .toList()),
                                    MOST));
                });
    }

    private static List<Inventory.OnHook> hooks(List<Key> keys, Map<UUID, Tick> ticks) {
        var hooks = new LinkedHashMap<String, List<Inventory.Looked>>();
        for (var key : keys) {
            var tick = ticks.get(key.id());
            hooks.computeIfAbsent(key.hook(), hook -> new ArrayList<>())
                    .add(new Inventory.Looked(key, tick == null ? null : tick.found));
        }
        return hooks.entrySet().stream()
                .map(hook -> new Inventory.OnHook(hook.getKey(), hook.getValue()))
                .toList();
    }

    /** Everything that should hang on a hook does; false when the walk has been signed off. */
    @Transactional
    public boolean allThere(String hook) {
        var clerk = clerks.here();
        var open = open(clerk);
        open.ifPresent(walk -> rows.list(expected(clerk).and(KEY.HOOK.eq(hook)), MOST)
                .forEach(key -> tick(walk, key, true, true, clerk)));
        return open.isPresent();
    }

    /** One key hangs there, or does not. */
    @Transactional
    public boolean look(UUID key, boolean found) {
        var clerk = clerks.here();
        var open = open(clerk);
        open.ifPresent(walk -> rows.one(KEY.ID.eq(key).and(KEY.OFFICE_ID.eq(clerk.office())))
                .ifPresent(one -> tick(walk, one, SHOULD_HANG.contains(one.state()), found, clerk)));
        return open.isPresent();
    }

    /** A key hangs there that should be elsewhere; empty when nobody knows the tag. */
    @Transactional
    public Optional<Key> stranger(String tag) {
        var clerk = clerks.here();
        var typed = tag.strip().toUpperCase(Locale.ROOT);
        var key = rows.one(
                KEY.OFFICE_ID.eq(clerk.office()).and(KEY.TAG.eq(typed.matches("\\d+") ? "K-" + typed : typed)));
        key.ifPresent(one -> look(one.id(), true));
        return key;
    }

    /** Ends the walk; false while keys have not been looked for. */
    @Transactional
    public boolean signOff() {
        var clerk = clerks.here();
        var open = open(clerk);
        if (open.isEmpty()) {
            return true;
        }
        db.select(KEY_INVENTORY.ID)
                .from(KEY_INVENTORY)
                .where(KEY_INVENTORY.ID.eq(open.get()))
                .forUpdate()
                .execute();
        var left = db.fetchExists(
                KEY,
                expected(clerk)
                        .and(KEY.ID.notIn(db.select(KEY_INVENTORY_TICK.KEY_ID)
                                .from(KEY_INVENTORY_TICK)
                                .where(KEY_INVENTORY_TICK.INVENTORY_ID.eq(open.get())))));
        if (left) {
            return false;
        }
        db.update(KEY_INVENTORY)
                .set(KEY_INVENTORY.SIGNED_OFF_BY, clerk.id())
                .set(KEY_INVENTORY.SIGNED_OFF_AT, Helsinki.now(clock))
                .where(KEY_INVENTORY.ID.eq(open.get()))
                .and(KEY_INVENTORY.SIGNED_OFF_AT.isNull())
                .execute();
        return true;
    }

    private void tick(UUID walk, Key key, boolean expected, boolean found, Clerk clerk) {
        db.insertInto(KEY_INVENTORY_TICK)
                .set(KEY_INVENTORY_TICK.INVENTORY_ID, walk)
                .set(KEY_INVENTORY_TICK.KEY_ID, key.id())
                .set(KEY_INVENTORY_TICK.HOOK, key.hook())
                .set(KEY_INVENTORY_TICK.EXPECTED, expected)
                .set(KEY_INVENTORY_TICK.FOUND, found)
                .set(KEY_INVENTORY_TICK.STAFF_ID, clerk.id())
                .set(KEY_INVENTORY_TICK.AT, Helsinki.now(clock))
                .onConflict(KEY_INVENTORY_TICK.INVENTORY_ID, KEY_INVENTORY_TICK.KEY_ID)
                .doUpdate()
                .set(KEY_INVENTORY_TICK.FOUND, excluded(KEY_INVENTORY_TICK.FOUND))
                .set(KEY_INVENTORY_TICK.STAFF_ID, excluded(KEY_INVENTORY_TICK.STAFF_ID))
                .set(KEY_INVENTORY_TICK.AT, excluded(KEY_INVENTORY_TICK.AT))
                .execute();
    }

    private Map<UUID, Tick> ticks(UUID walk) {
        return db
                .select(KEY_INVENTORY_TICK.KEY_ID, KEY_INVENTORY_TICK.EXPECTED, KEY_INVENTORY_TICK.FOUND)
                .from(KEY_INVENTORY_TICK)
                .where(KEY_INVENTORY_TICK.INVENTORY_ID.eq(walk))
                .fetch()
                .stream()
                .collect(Collectors.toMap(r -> r.value1(), r -> new Tick(r.value2(), r.value3())));
    }

    private Optional<UUID> open(Clerk clerk) {
        return db.select(KEY_INVENTORY.ID)
                .from(KEY_INVENTORY)
                .where(KEY_INVENTORY.OFFICE_ID.eq(clerk.office()))
                .and(KEY_INVENTORY.SIGNED_OFF_AT.isNull())
                .fetchOptional(KEY_INVENTORY.ID);
    }

    private static Condition expected(Clerk clerk) {
        return KEY.OFFICE_ID.eq(clerk.office()).and(KEY.STATE.in(SHOULD_HANG));
    }

    private record Tick(boolean expected, boolean found) {}
}
