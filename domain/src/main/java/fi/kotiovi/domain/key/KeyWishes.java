package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_WISH;
import static fi.kotiovi.db.Tables.MY_KEY_ORDERS;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyWishState;
import fi.kotiovi.vocabulary.TenancyRole;
import java.io.Serializable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More keys for one's own home, in writing (domain.md 2.3). Whoever is a party to the lease asks and pays; a person at the
 * office orders.
 */
@Service
public class KeyWishes {
    public static final int MOST_PIECES = 3;
    public static final int LONGEST_REASON = 300;

    /** What one can ask for; the building's own keys are not among them. */
    public static final List<KeyKind> KINDS =
            List.of(KeyKind.FLAT, KeyKind.STORAGE, KeyKind.LAUNDRY, KeyKind.GARAGE, KeyKind.REMOTE);

    private static final int SHORTEST_REASON = 3;
    private static final int MOST_UNDER_WAY = 5;
    private static final int MOST_SHOWN = 20;
    private static final int SHOWN_DAYS = 30;

    private final DSLContext db;
    private final Clock clock;
    private final Callers callers;
    private final Residents residents;

    KeyWishes(DSLContext db, Clock clock, Callers callers, Residents residents) {
        this.db = db;
        this.clock = clock;
        this.callers = callers;
        this.residents = residents;
    }

    /** The home one may order keys to; empty for whoever is not a party to a lease. */
    @Transactional(readOnly = true)
    public Optional<MyHome> home() {
        var me = callers.resident().id();
        return residents
                .myHome()
                .filter(home -> db.fetchExists(db.selectOne()
                        .from(TENANCY)
                        .join(TENANCY_RESIDENT)
                        .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                        .where(TENANCY.HOME_ID.eq(home.id()))
                        .and(TENANCY_RESIDENT.RESIDENT_ID.eq(me))
                        .and(TENANCY_RESIDENT.ROLE.eq(TenancyRole.MAIN))
                        .and(LeaseDates.notOverBy(Helsinki.today(clock)))));
    }

    /** Asks for keys; {@code form} is the same however often one form is sent. */
    @Transactional
    public Wishing ask(UUID form, KeyKind kind, int pieces, String reason) {
        var me = callers.resident().id();
        var why = Storable.text(reason).strip();
        var gaps = gaps(pieces, why);
        if (!gaps.isEmpty()) {
            return new Wishing.Incomplete(gaps);
        }
        var home = home();
        if (home.isEmpty() || !KINDS.contains(kind)) {
            return new Wishing.NotYours();
        }
        var of = home.get().id();
        int underWay = Optional.ofNullable(Routines.myKeysUnderWay(db.configuration(), of))
                .orElse(0);
        if (db.fetchExists(KEY_WISH, KEY_WISH.ID.eq(form))) {
            return new Wishing.Asked();
        }
        if (underWay + pieces > MOST_UNDER_WAY) {
            return new Wishing.Enough(underWay, MOST_UNDER_WAY);
        }
        return db.insertInto(KEY_WISH)
                                .set(KEY_WISH.ID, form)
                                .set(KEY_WISH.RESIDENT_ID, me)
                                .set(KEY_WISH.HOME_ID, of)
                                .set(KEY_WISH.KIND, kind)
                                .set(KEY_WISH.PIECES, pieces)
                                .set(KEY_WISH.REASON, why)
                                .set(KEY_WISH.ASKED_AT, Helsinki.now(clock))
                                .onConflictDoNothing()
                                .execute()
                        == 1
                ? new Wishing.Asked()
                : new Wishing.AlreadyAsked();
    }

    private static Set<Wishing.Gap> gaps(int pieces, String reason) {
        var gaps = EnumSet.noneOf(Wishing.Gap.class);
        if (pieces < 1 || pieces > MOST_PIECES) {
            gaps.add(Wishing.Gap.PIECES);
        }
        if (reason.length() < SHORTEST_REASON) {
            gaps.add(Wishing.Gap.REASON_MISSING);
        }
        if (reason.length() > LONGEST_REASON) {
            gaps.add(Wishing.Gap.REASON_TOO_LONG);
        }
        return gaps;
    }

    /** Takes back what the office has not answered yet; false when it has. */
    @Transactional
    public boolean withdraw(UUID wish) {
        callers.resident();
        return db.update(KEY_WISH)
                        .set(KEY_WISH.STATE, KeyWishState.WITHDRAWN)
                        .set(KEY_WISH.ANSWERED_AT, Helsinki.now(clock))
                        .where(KEY_WISH.ID.eq(wish))
                        .and(KEY_WISH.STATE.eq(KeyWishState.ASKED))
                        .execute()
                == 1;
    }

    /** What waits for the office, and what was declined lately; the newest first. */
    @Transactional(readOnly = true)
    public List<MyWish> mine() {
        callers.resident();
        return db.select(
                        KEY_WISH.ID,
                        KEY_WISH.KIND,
                        KEY_WISH.PIECES,
                        KEY_WISH.REASON,
                        KEY_WISH.STATE,
                        KEY_WISH.ASKED_AT,
                        KEY_WISH.ANSWER)
                .from(KEY_WISH)
                .where(KEY_WISH.STATE
                        .eq(KeyWishState.ASKED)
                        .or(KEY_WISH.STATE.eq(KeyWishState.DECLINED).and(KEY_WISH.ANSWERED_AT.gt(lately()))))
                .orderBy(KEY_WISH.ASKED_AT.desc())
                .limit(MOST_SHOWN)
                .fetch(mapping(MyWish::new));
    }

    /** Keys that are under way, and those that were cancelled lately; the oldest first. */
    @Transactional(readOnly = true)
    public List<MyOrder> orders() {
        callers.resident();
        var mine = MY_KEY_ORDERS;
        return db.select(mine.NUMBER, mine.KIND, mine.STATE, mine.ORDERED_AT, mine.READY_AT)
                .from(mine)
                .where(mine.CLOSED_AT
                        .isNull()
                        .or(mine.STATE.eq(KeyOrderState.CANCELLED).and(mine.CLOSED_AT.gt(lately()))))
                .orderBy(mine.ORDERED_AT, mine.NUMBER)
                .limit(MOST_SHOWN)
                .fetch(mapping(MyOrder::new));
    }

    private OffsetDateTime lately() {
        return Helsinki.now(clock).minusDays(SHOWN_DAYS);
    }

    /** A wish the office has not turned into an order. */
    public record MyWish(
            UUID id, KeyKind kind, int pieces, String reason, KeyWishState state, OffsetDateTime askedAt, String answer)
            implements Serializable {}

    /** A key on its way. */
    public record MyOrder(
            String number,
            KeyKind kind,
            KeyOrderState state,
            OffsetDateTime orderedAt,
            @Nullable OffsetDateTime readyAt)
            implements Serializable {}
}
