package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_WISH;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.KeyWishState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What residents of this office's homes have asked for: a person orders the keys, or says why not. */
@Service
public class AskedKeys {
    private static final int LONGEST_ANSWER = 500;
    private static final int SHORTEST_ANSWER = 3;

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final Orderers orderers;
    private final KeyOrderBook book;
    private final Outbox outbox;

    AskedKeys(DSLContext db, Clerks clerks, Clock clock, Orderers orderers, KeyOrderBook book, Outbox outbox) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.orderers = orderers;
        this.book = book;
        this.outbox = outbox;
    }

    /** What waits for an answer, the oldest first; {@code limit} of it from {@code offset}. */
    @Transactional(readOnly = true)
    public List<AskedKey> waiting(int offset, int limit) {
        var same =
                KEY.HOME_ID.eq(KEY_WISH.HOME_ID).and(KEY.KIND.eq(KEY_WISH.KIND)).and(KEY.STATE.ne(KeyState.RETIRED));
        return db.select(
                        KEY_WISH.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        Addresses.ADDRESS,
                        KEY_WISH.KIND,
                        KEY_WISH.PIECES,
                        KEY_WISH.REASON,
                        KEY_WISH.ASKED_AT,
                        coalesce(
                                field(select(KEY.LOCK_SYSTEM)
                                        .from(KEY)
                                        .where(same)
                                        .orderBy(KEY.ID.desc())
                                        .limit(1)),
                                inline(LockSystem.MECHANICAL)),
                        field(selectCount().from(KEY).where(same).and(KEY.STATE.ne(KeyState.ORDERED))))
                .from(KEY_WISH)
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_WISH.RESIDENT_ID))
                .join(HOME)
                .on(HOME.ID.eq(KEY_WISH.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(waitingAt(clerks.here().office()))
                .orderBy(KEY_WISH.ASKED_AT, KEY_WISH.ID)
                .offset(offset)
                .limit(limit)
                .fetch(r -> new AskedKey(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8(),
                        r.value9()));
    }

    private static Condition waitingAt(UUID office) {
        return BUILDING.OFFICE_ID.eq(office).and(KEY_WISH.STATE.eq(inline(KeyWishState.ASKED)));
    }

    /** Orders as many keys as were asked for, each with a tag and a number of its own; all of them or none. */
    @Transactional
    public Answering order(UUID wish, LockSystem lockSystem) {
        var clerk = clerks.here();
        var asked = lock(wish, clerk.office());
        if (asked.isEmpty()) {
            return new Answering.MovedOn();
        }
        var of = asked.get();
        var who = orderers.one(of.resident, of.home);
        if (who.isEmpty()) {
            return new Answering.MovedOut();
        }
        var now = Helsinki.now(clock);
        var orders = new ArrayList<UUID>();
        for (int n = 0; n < of.pieces; n++) {
            var order = book.write(who.get(), of.kind, lockSystem, wish, clerk, now);
            if (order.isEmpty()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Answering.MovedOn();
            }
            orders.add(order.get());
        }
        answer(wish, KeyWishState.ORDERED, clerk.id(), "", now);
        return new Answering.Ordered(db.select(KEY_ORDER.NUMBER)
                .from(KEY_ORDER)
                .where(KEY_ORDER.ID.in(orders))
                .orderBy(KEY_ORDER.NUMBER)
                .fetch(KEY_ORDER.NUMBER));
    }

    /** Says no, and why; the resident gets a letter. */
    @Transactional
    public Answering decline(UUID wish, String reason) {
        var clerk = clerks.here();
        var why = Storable.text(reason).strip();
        if (why.length() < SHORTEST_ANSWER) {
            return new Answering.NoReason();
        }
        var asked = lock(wish, clerk.office());
        if (asked.isEmpty()) {
            return new Answering.MovedOn();
        }
        var now = Helsinki.now(clock);
        answer(wish, KeyWishState.DECLINED, clerk.id(), why.substring(0, Math.min(why.length(), LONGEST_ANSWER)), now);
        outbox.toResident(asked.get().resident, NotificationKind.KEY_WISH_DECLINED, wish, 1);
        return new Answering.Declined();
    }

    private void answer(UUID wish, KeyWishState state, UUID clerk, String words, OffsetDateTime now) {
        db.update(KEY_WISH)
                .set(KEY_WISH.STATE, state)
                .set(KEY_WISH.ANSWERED_AT, now)
                .set(KEY_WISH.ANSWERED_BY, clerk)
                .set(KEY_WISH.ANSWER, words)
                .where(KEY_WISH.ID.eq(wish))
                .execute();
    }

    private Optional<Wish> lock(UUID wish, UUID office) {
        return db.select(KEY_WISH.RESIDENT_ID, KEY_WISH.HOME_ID, KEY_WISH.KIND, KEY_WISH.PIECES)
                .from(KEY_WISH)
                .join(HOME)
                .on(HOME.ID.eq(KEY_WISH.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(KEY_WISH.ID.eq(wish))
                .and(waitingAt(office))
                .forUpdate()
                .of(KEY_WISH)
                .fetchOptional(mapping(Wish::new));
    }

    private record Wish(UUID resident, UUID home, KeyKind kind, int pieces) {}
}
