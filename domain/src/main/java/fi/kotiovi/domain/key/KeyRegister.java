package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_BUNDLE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.substring;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The register of the key room: new keys and rings, other hooks, and keys that are put out of use. */
@Service
public class KeyRegister {
    private static final Pattern TAG = Pattern.compile("K-\\d{4,6}");
    private static final int FIRST_NUMBER = 1_000;
    private static final Set<KeyState> RETIRABLE = Set.of(
            KeyState.IN_STORE,
            KeyState.ORDERED,
            KeyState.LOST,
            KeyState.BLOCKED,
            KeyState.REKEY_ORDERED,
            KeyState.BROKEN);

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final Hooks hooks;
    private final KeyRows rows;
    private final KeyLedger ledger;

    KeyRegister(DSLContext db, Clerks clerks, Clock clock, Hooks hooks, KeyRows rows, KeyLedger ledger) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.hooks = hooks;
        this.rows = rows;
        this.ledger = ledger;
    }

    /** The next tag nobody has used. */
    @Transactional(readOnly = true)
    public String nextTag() {
        clerks.here();
        return "K-"
                + next(db.select(max(substring(KEY.TAG, inline(3)).cast(SQLDataType.INTEGER)))
                        .from(KEY)
                        .fetchOne(0, Integer.class));
    }

    /** Hangs a new key on its hook. */
    @Transactional
    public Registering add(NewKey key) {
        return addRing(List.of(key), false);
    }

    /** Hangs several new keys on one ring; all of them or none. */
    @Transactional
    public Registering addRing(List<NewKey> keys) {
        return addRing(keys, true);
    }

    private Registering addRing(List<NewKey> keys, boolean ring) {
        var clerk = clerks.here();
        var places = new ArrayList<String>();
        for (var key : keys) {
            mustBeOurs(key, clerk);
            if (!TAG.matcher(tag(key)).matches()) {
                return new Registering.TagUnreadable();
            }
            var place = hooks.find(key.hook(), clerk);
            if (place.isEmpty()) {
                return new Registering.NoSuchHook();
            }
            places.add(place.get());
            if (db.fetchExists(KEY, KEY.TAG.eq(tag(key)))
                    || keys.stream()
                                    .filter(other -> tag(other).equals(tag(key)))
                                    .count()
                            > 1) {
                return new Registering.TagTaken(tag(key));
            }
        }
        var bundle = ring ? ring(keys.getFirst(), clerk) : null;
        var now = Helsinki.now(clock);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var id = insert(key, places.get(i), bundle, clerk);
            if (id.isEmpty()) {
                // somebody else took the tag at this very moment; what was written so far goes
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Registering.TagTaken(tag(key));
            }
            ledger.toOffice(id.get(), null, now);
            ids.add(id.get());
        }
        ids.forEach(id -> ledger.log(id, KeyEventKind.STORED, clerk.id(), "", now));
        return new Registering.Done(rows.list(KEY.ID.in(ids), ids.size()));
    }

    private Optional<UUID> insert(NewKey key, String hook, @Nullable UUID bundle, Clerk clerk) {
        return db.insertInto(KEY)
                .set(KEY.OFFICE_ID, clerk.office())
                .set(KEY.BUILDING_ID, key.building())
                .set(KEY.HOME_ID, key.home())
                .set(KEY.TAG, tag(key))
                .set(KEY.HOOK, hook)
                .set(KEY.KIND, key.kind())
                .set(KEY.LOCK_SYSTEM, key.lockSystem())
                .set(KEY.SERIAL, key.serial().strip())
                .set(KEY.SPARE, key.spare())
                .set(KEY.BUNDLE_ID, bundle)
                .set(KEY.STATE, KeyState.IN_STORE)
                .onConflict(KEY.TAG)
                .doNothing()
                .returningResult(KEY.ID)
                .fetchOptional(KEY.ID);
    }

    private UUID ring(NewKey first, Clerk clerk) {
        var code = "N-"
                + next(db.select(max(substring(KEY_BUNDLE.CODE, inline(3)).cast(SQLDataType.INTEGER)))
                        .from(KEY_BUNDLE)
                        .fetchOne(0, Integer.class));
        return db.insertInto(KEY_BUNDLE)
                .set(KEY_BUNDLE.OFFICE_ID, clerk.office())
                .set(KEY_BUNDLE.BUILDING_ID, first.building())
                .set(KEY_BUNDLE.HOME_ID, first.home())
                .set(KEY_BUNDLE.CODE, code)
                .returningResult(KEY_BUNDLE.ID)
                .fetchSingle(r -> r.value1());
    }

    /** Hangs a key elsewhere, with all that is on its ring. */
    @Transactional
    public Registering moveHook(UUID key, String hook) {
        var clerk = clerks.here();
        var to = hooks.find(hook, clerk);
        if (to.isEmpty()) {
            return new Registering.NoSuchHook();
        }
        var one = lock(key, clerk);
        if (one.state() == KeyState.RETIRED) {
            return new Registering.NotHere(one);
        }
        var together = db.select(KEY.ID)
                .from(KEY)
                .where(KEY.ID
                        .eq(key)
                        .or(KEY.BUNDLE_ID.eq(db.select(KEY.BUNDLE_ID).from(KEY).where(KEY.ID.eq(key)))))
                .and(KEY.STATE.ne(KeyState.RETIRED))
                .fetch(KEY.ID);
        rows.lock(together);
        db.update(KEY).set(KEY.HOOK, to.get()).where(KEY.ID.in(together)).execute();
        var now = Helsinki.now(clock);
        together.forEach(id -> ledger.log(id, KeyEventKind.MOVED, clerk.id(), one.hook() + " → " + to.get(), now));
        return new Registering.Done(rows.list(KEY.ID.in(together), together.size()));
    }

    /** Corrects what stands on the key and what one should know of it. */
    @Transactional
    public Registering change(UUID key, String serial, String note) {
        var clerk = clerks.here();
        lock(key, clerk);
        db.update(KEY)
                .set(KEY.SERIAL, serial.strip())
                .set(KEY.NOTE, note.strip())
                .where(KEY.ID.eq(key))
                .execute();
        ledger.log(key, KeyEventKind.CHANGED, clerk.id(), "", Helsinki.now(clock));
        return new Registering.Done(rows.list(KEY.ID.eq(key), 1));
    }

    /** Puts a key out of use for good; it has to hang here, or be gone for good already. */
    @Transactional
    public Registering retire(UUID key, String why) {
        var clerk = clerks.here();
        var one = lock(key, clerk);
        if (!RETIRABLE.contains(one.state())) {
            return new Registering.NotHere(one);
        }
        var now = Helsinki.now(clock);
        ledger.state(List.of(key), KeyState.RETIRED);
        ledger.toNobody(key, now);
        ledger.log(key, KeyEventKind.RETIRED, clerk.id(), why.strip(), now);
        return new Registering.Done(rows.list(KEY.ID.eq(key), 1));
    }

    private Key lock(UUID key, Clerk clerk) {
        rows.lock(List.of(key));
        return rows.one(KEY.ID.eq(key).and(KEY.OFFICE_ID.eq(clerk.office())))
                .orElseThrow(() -> new NotAllowedException("Not a key of this office: " + key));
    }

    private void mustBeOurs(NewKey key, Clerk clerk) {
        var ours = key.home() == null
                ? db.fetchExists(BUILDING, BUILDING.ID.eq(key.building()).and(BUILDING.OFFICE_ID.eq(clerk.office())))
                : db.fetchExists(db.selectOne()
                        .from(HOME)
                        .join(BUILDING)
                        .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                        .where(HOME.ID.eq(key.home()))
                        .and(BUILDING.ID.eq(key.building()))
                        .and(BUILDING.OFFICE_ID.eq(clerk.office())));
        if (!ours) {
            throw new NotAllowedException("Not a building of this office: " + key.building());
        }
    }

    private static String tag(NewKey key) {
        return key.tag().strip().toUpperCase(Locale.ROOT);
    }

    private static int next(@Nullable Integer last) {
        return last == null ? FIRST_NUMBER : last + 1;
    }
}
