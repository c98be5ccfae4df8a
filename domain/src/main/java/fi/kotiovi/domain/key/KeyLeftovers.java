package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_STAGING;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.SERVING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys that were taken off the wall for somebody who did not come after all. */
@Service
public class KeyLeftovers {
    private static final int MOST = 200;

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final KeyRows rows;
    private final KeyLedger ledger;

    KeyLeftovers(DSLContext db, Clerks clerks, Clock clock, KeyRows rows, KeyLedger ledger) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.rows = rows;
        this.ledger = ledger;
    }

    /** In hook order. */
    @Transactional(readOnly = true)
    public List<Key> list() {
        return rows.list(leftOver(clerks.here()), MOST);
    }

    /** Hangs a key back; false when somebody else has, or needs it after all. */
    @Transactional
    public boolean hangBack(UUID key) {
        var clerk = clerks.here();
        rows.lock(List.of(key));
        if (rows.one(KEY.ID.eq(key).and(leftOver(clerk))).isEmpty()) {
            return false;
        }
        db.deleteFrom(KEY_STAGING).where(KEY_STAGING.KEY_ID.eq(key)).execute();
        // an ordered key goes on waiting for whoever ordered it
        db.update(KEY)
                .set(KEY.STATE, KeyState.IN_STORE)
                .where(KEY.ID.eq(key))
                .and(KEY.STATE.eq(KeyState.RESERVED))
                .execute();
        ledger.log(key, KeyEventKind.UNSTAGED, clerk.id(), "", Helsinki.now(clock));
        return true;
    }

    /** A key that is laid out for a visit that will not be is laid out for nobody; the next visit may have it. */
    void forget(UUID key) {
        db.deleteFrom(KEY_STAGING)
                .where(KEY_STAGING.KEY_ID.eq(key))
                .andNotExists(selectOne()
                        .from(VISIT)
                        .where(VISIT.ID.eq(KEY_STAGING.VISIT_ID))
                        .and(VISIT.STATE.in(BOOKED, CHECKED_IN, CALLED, SERVING))
                        .and(Ranges.upper(VISIT.DURING).gt(today())))
                .execute();
    }

    private OffsetDateTime today() {
        return Helsinki.today(clock).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
    }

    private Condition leftOver(Clerk clerk) {
        var isLaidOut = exists(selectOne().from(KEY_STAGING).where(KEY_STAGING.KEY_ID.eq(KEY.ID)));
        return KEY.OFFICE_ID
                .eq(clerk.office())
                .and(KEY.STATE
                        .eq(KeyState.RESERVED)
                        .or(KEY.STATE.eq(KeyState.READY_FOR_PICKUP).and(isLaidOut)))
                .andNotExists(selectOne()
                        .from(KEY_STAGING)
                        .join(VISIT)
                        .on(VISIT.ID.eq(KEY_STAGING.VISIT_ID))
                        .where(KEY_STAGING.KEY_ID.eq(KEY.ID))
                        .and(VISIT.STATE.in(BOOKED, CHECKED_IN, CALLED, SERVING))
                        .and(Ranges.upper(VISIT.DURING).gt(today())));
    }
}
