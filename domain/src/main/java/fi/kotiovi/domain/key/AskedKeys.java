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
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.KeyWishState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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
    private final Callers callers;
    private final AccessLog accessLog;

    AskedKeys(
            DSLContext db,
            Clerks clerks,
            Clock clock,
            Orderers orderers,
            KeyOrderBook book,
            Outbox outbox,
            Callers callers,
            AccessLog accessLog) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.orderers = orderers;
        this.book = book;
        this.outbox = outbox;
        this.callers = callers;
        this.accessLog = accessLog;
    }

    /** How many wait for an answer. */
    @Transactional(readOnly = true)
    public int count() {
        var office = clerks.here().office();
        return db.fetchCount(db.selectOne()
                .from(KEY_WISH)
                .join(HOME)
                .on(HOME.ID.eq(KEY_WISH.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(waitingAt(office)));
    }

    /** What waits for an answer, the oldest first, so many after that one; written down for those who asked. */
    @Transactional
    public List<AskedKey> waiting(@Nullable AskedKey after, int limit) {
        var found = read(after, limit);
        accessLog.noteShown(
                callers.staff(StaffRole.DESK, StaffRole.MANAGER),
                AccessReason.ANSWERING_KEY_WISH,
                found.stream()
                        .map(one -> new AccessLog.Shown(one.residentId(), one.id()))
                        .toList());
        return found;
    }

    private List<AskedKey> read(@Nullable AskedKey after, int limit) {
        var same =
                KEY.HOME_ID.eq(KEY_WISH.HOME_ID).and(KEY.KIND.eq(KEY_WISH.KIND)).and(KEY.STATE.ne(KeyState.RETIRED));
        return db.select(
                        KEY_WISH.ID,
                        KEY_WISH.RESIDENT_ID,
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
                .and(
                        after == null
                                ? noCondition()
                                : row(KEY_WISH.ASKED_AT, KEY_WISH.ID).gt(after.askedAt(), after.id()))
                .orderBy(KEY_WISH.ASKED_AT, KEY_WISH.ID)
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
                        r.value9(),
                        r.value10()));
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
        var now = Helsinki.now(clock);
        note(of.resident, wish);
        if (who.isEmpty()) {
            db.update(KEY_WISH)
                    .set(KEY_WISH.STATE, KeyWishState.WITHDRAWN)
                    .set(KEY_WISH.ANSWERED_AT, now)
                    .where(KEY_WISH.ID.eq(wish))
                    .execute();
            return new Answering.MovedOut();
        }
        var orders = new ArrayList<UUID>();
        for (int n = 0; n < of.pieces; n++) {
            orders.add(book.write(who.get(), of.kind, lockSystem, wish, clerk, now));
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
        note(asked.get().resident, wish);
        outbox.toResident(asked.get().resident, NotificationKind.KEY_WISH_DECLINED, wish, 1);
        return new Answering.Declined();
    }

    private void note(UUID resident, UUID wish) {
        accessLog.note(
                callers.staff(StaffRole.DESK, StaffRole.MANAGER), resident, AccessReason.ANSWERING_KEY_WISH, wish);
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
