package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.vocabulary.KeyOrderState.ARRIVED;
import static fi.kotiovi.vocabulary.KeyOrderState.CANCELLED;
import static fi.kotiovi.vocabulary.KeyOrderState.ORDERED;
import static fi.kotiovi.vocabulary.KeyOrderState.READY;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extra keys from the order to the moment when the resident is told to fetch one. */
@Service
public class KeyOrders {
    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final Hooks hooks;
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final KeyOrderBook book;
    private final Orderers orderers;
    private final Outbox outbox;

    KeyOrders(
            DSLContext db,
            Clerks clerks,
            Clock clock,
            Hooks hooks,
            KeyRows rows,
            KeyLedger ledger,
            KeyOrderBook book,
            Orderers orderers,
            Outbox outbox) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.hooks = hooks;
        this.rows = rows;
        this.ledger = ledger;
        this.book = book;
        this.orderers = orderers;
        this.outbox = outbox;
    }

    /** Orders a key; its tag is chosen now, serial and hook when it comes. */
    @Transactional
    public Ordering order(UUID resident, UUID home, KeyKind kind, LockSystem lockSystem) {
        var clerk = clerks.here();
        var who = orderers.one(resident, home)
                .orElseThrow(() -> new NotAllowedException("Does not live in a home of this office: " + resident));
        return done(book.write(who, kind, lockSystem, null, clerk, Helsinki.now(clock)));
    }

    /** The key has come from the locksmith and hangs on a hook. */
    @Transactional
    public Ordering arrived(UUID order, String serial, String hook) {
        var clerk = clerks.here();
        var to = hooks.find(hook, clerk);
        if (to.isEmpty()) {
            return new Ordering.NoSuchHook();
        }
        if (serial.isBlank()) {
            return new Ordering.SerialMissing();
        }
        var key = lock(order, clerk, ORDERED);
        if (key == null) {
            return new Ordering.MovedOn();
        }
        var now = Helsinki.now(clock);
        db.update(KEY)
                .set(KEY.STATE, KeyState.IN_STORE)
                .set(KEY.SERIAL, serial.strip())
                .set(KEY.HOOK, to.get())
                .where(KEY.ID.eq(key))
                .execute();
        step(order, ARRIVED);
        ledger.toOffice(key, null, now);
        ledger.log(key, KeyEventKind.ARRIVED, clerk.id(), "", now);
        return done(order);
    }

    /** The key has been tried: the resident is told and offered a time. */
    @Transactional
    public Ordering ready(UUID order) {
        var clerk = clerks.here();
        var key = lock(order, clerk, ARRIVED);
        if (key == null) {
            return new Ordering.MovedOn();
        }
        var now = Helsinki.now(clock);
        ledger.state(List.of(key), KeyState.READY_FOR_PICKUP);
        db.update(KEY_ORDER)
                .set(KEY_ORDER.STATE, READY)
                .set(KEY_ORDER.READY_AT, now)
                .where(KEY_ORDER.ID.eq(order))
                .execute();
        var resident = db.select(KEY_ORDER.RESIDENT_ID)
                .from(KEY_ORDER)
                .where(KEY_ORDER.ID.eq(order))
                .fetchSingle(r -> r.value1());
        outbox.toResident(resident, NotificationKind.KEY_READY, order, 1);
        ledger.log(key, KeyEventKind.READY, clerk.id(), "", now);
        return done(order);
    }

    /** Nobody needs it any more; only before it has come. */
    @Transactional
    public Ordering cancel(UUID order) {
        var clerk = clerks.here();
        var key = lock(order, clerk, ORDERED);
        if (key == null) {
            return new Ordering.MovedOn();
        }
        var now = Helsinki.now(clock);
        ledger.state(List.of(key), KeyState.RETIRED);
        db.update(KEY_ORDER)
                .set(KEY_ORDER.STATE, CANCELLED)
                .set(KEY_ORDER.CLOSED_AT, now)
                .where(KEY_ORDER.ID.eq(order))
                .execute();
        ledger.log(key, KeyEventKind.RETIRED, clerk.id(), "", now);
        return done(order);
    }

    /** What is under way, the oldest first; {@code limit} of it from {@code offset}. */
    @Transactional(readOnly = true)
    public List<ExtraKey> open(int offset, int limit) {
        return list(KEY_ORDER.OFFICE_ID.eq(clerks.here().office()).and(KEY_ORDER.CLOSED_AT.isNull()), offset, limit);
    }

    private Ordering done(UUID order) {
        return new Ordering.Done(list(KEY_ORDER.ID.eq(order), 0, 1).getFirst());
    }

    private List<ExtraKey> list(Condition condition, int offset, int limit) {
        var found = db.select(
                        KEY_ORDER.ID,
                        KEY_ORDER.NUMBER,
                        KEY_ORDER.KEY_ID,
                        KEY_ORDER.STATE,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        KEY_ORDER.ORDERED_AT)
                .from(KEY_ORDER)
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_ORDER.RESIDENT_ID))
                .where(condition)
                .orderBy(KEY_ORDER.ORDERED_AT, KEY_ORDER.ID)
                .offset(offset)
                .limit(limit)
                .fetch();
        var keys = rows.list(KEY.ID.in(found.getValues(KEY_ORDER.KEY_ID)), limit).stream()
                .collect(Collectors.toMap(Key::id, key -> key));
        return found.map(r -> new ExtraKey(
                r.value1(),
                r.value2(),
                Objects.requireNonNull(keys.get(r.value3())),
                r.value4(),
                r.value5(),
                r.value6()));
    }

    private void step(UUID order, KeyOrderState to) {
        db.update(KEY_ORDER)
                .set(KEY_ORDER.STATE, to)
                .where(KEY_ORDER.ID.eq(order))
                .execute();
    }

    private @Nullable UUID lock(UUID order, Clerk clerk, KeyOrderState from) {
        return db.select(KEY_ORDER.KEY_ID)
                .from(KEY_ORDER)
                .where(KEY_ORDER.ID.eq(order))
                .and(KEY_ORDER.OFFICE_ID.eq(clerk.office()))
                .and(KEY_ORDER.STATE.eq(from))
                .forUpdate()
                .fetchOne(KEY_ORDER.KEY_ID);
    }
}
