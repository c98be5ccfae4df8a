package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_RACK;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.splitPart;

import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyState;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The racks of a key room. A manager hangs, enlarges and takes them down; no hook goes while a key belongs on it. */
@Service
public class KeyRacks {
    public static final int MOST_HOOKS = 999;
    public static final int MOST_PER_ROW = 40;

    private static final Pattern NAME = Pattern.compile("[A-ZÅÄÖ]{1,2}");
    private static final int MOST_KEYS = 5_000;
    private static final int SHOWN = 5;

    private final DSLContext db;
    private final Clerks clerks;
    private final KeyRows rows;

    KeyRacks(DSLContext db, Clerks clerks, KeyRows rows) {
        this.db = db;
        this.clerks = clerks;
        this.rows = rows;
    }

    /** The racks of the caller's key room, by name; {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Rack> list(int offset, int limit) {
        return list(noCondition(), clerks.here().office(), offset, limit);
    }

    /** Hangs a new rack on the wall. */
    @Transactional
    public Racking add(String name, int rowsOfHooks, int perRow) {
        var manager = clerks.manager();
        var painted = name.strip().toUpperCase(Locale.ROOT);
        if (!NAME.matcher(painted).matches()) {
            return new Racking.NameUnreadable();
        }
        if (isWrong(rowsOfHooks, perRow)) {
            return new Racking.SizeWrong();
        }
        return db.insertInto(KEY_RACK)
                                .set(KEY_RACK.OFFICE_ID, manager.office())
                                .set(KEY_RACK.NAME, painted)
                                .set(KEY_RACK.HOOKS, rowsOfHooks * perRow)
                                .set(KEY_RACK.PER_ROW, perRow)
                                .onConflictDoNothing()
                                .execute()
                        == 1
                ? done(painted, manager)
                : new Racking.NameTaken();
    }

    /** Gives a rack other rows; the numbers of its hooks stay. */
    @Transactional
    public Racking resize(String name, int rowsOfHooks, int perRow) {
        var manager = clerks.manager();
        if (isWrong(rowsOfHooks, perRow)) {
            return new Racking.SizeWrong();
        }
        if (!isLocked(name, manager)) {
            return new Racking.Gone();
        }
        var inUse = beyond(name, rowsOfHooks * perRow, manager);
        if (!inUse.isEmpty()) {
            return inUse(inUse);
        }
        db.update(KEY_RACK)
                .set(KEY_RACK.HOOKS, rowsOfHooks * perRow)
                .set(KEY_RACK.PER_ROW, perRow)
                .where(of(name, manager))
                .execute();
        return done(name, manager);
    }

    /** Takes an empty rack down. */
    @Transactional
    public Racking remove(String name) {
        var manager = clerks.manager();
        var before = list(KEY_RACK.NAME.eq(name), manager.office(), 0, 1);
        if (before.isEmpty() || !isLocked(name, manager)) {
            return new Racking.Gone();
        }
        var inUse = beyond(name, 0, manager);
        if (!inUse.isEmpty()) {
            return inUse(inUse);
        }
        db.deleteFrom(KEY_RACK).where(of(name, manager)).execute();
        return new Racking.Done(before.getFirst());
    }

    private static Racking inUse(List<Key> keys) {
        return new Racking.InUse(keys.stream().limit(SHOWN).toList(), keys.size());
    }

    private static boolean isWrong(int rowsOfHooks, int perRow) {
        return rowsOfHooks < 1 || perRow < 1 || perRow > MOST_PER_ROW || rowsOfHooks > MOST_HOOKS / perRow;
    }

    /** Whoever hangs a key there meanwhile waits, and then finds the rack as it is. */
    private boolean isLocked(String name, Clerk manager) {
        return db.select(KEY_RACK.NAME)
                .from(KEY_RACK)
                .where(of(name, manager))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private List<Key> beyond(String rack, int hooks, Clerk manager) {
        return rows
                .list(
                        KEY.OFFICE_ID
                                .eq(manager.office())
                                .and(KEY.HOOK.startsWith(rack + " "))
                                .and(KEY.STATE.ne(KeyState.RETIRED)),
                        MOST_KEYS)
                .stream()
                .filter(key -> Hook.read(key.hook())
                        .filter(hook -> hook.number() <= hooks)
                        .isEmpty())
                .toList();
    }

    private static Condition of(String name, Clerk manager) {
        return KEY_RACK.OFFICE_ID.eq(manager.office()).and(KEY_RACK.NAME.eq(name));
    }

    private Racking done(String name, Clerk manager) {
        return new Racking.Done(
                list(KEY_RACK.NAME.eq(name), manager.office(), 0, 1).getFirst());
    }

    /** The keys of a room are counted once, however many racks it has. */
    private List<Rack> list(Condition condition, UUID office, int offset, int limit) {
        var rackOfKey = splitPart(KEY.HOOK, inline(" "), inline(1)).as("rack");
        var counted = select(rackOfKey, count().as("keys"))
                .from(KEY)
                .where(KEY.OFFICE_ID.eq(office))
                .and(KEY.STATE.ne(KeyState.RETIRED))
                .groupBy(splitPart(KEY.HOOK, inline(" "), inline(1)))
                .asTable("counted");
        return db.select(
                        KEY_RACK.NAME,
                        KEY_RACK.HOOKS,
                        KEY_RACK.PER_ROW,
                        coalesce(counted.field("keys", Integer.class), inline(0)))
                .from(KEY_RACK)
                .leftJoin(counted)
                .on(KEY_RACK.NAME.eq(counted.field("rack", String.class)))
                .where(KEY_RACK.OFFICE_ID.eq(office))
                .and(condition)
                .orderBy(KEY_RACK.NAME)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Rack::new));
    }
}
