package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_STAGING;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.SERVING;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
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
        ledger.state(List.of(key), KeyState.IN_STORE);
        ledger.log(key, KeyEventKind.UNSTAGED, clerk.id(), "", Helsinki.now(clock));
        return true;
    }

    private Condition leftOver(Clerk clerk) {
        var today = Helsinki.today(clock).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        return KEY.OFFICE_ID
                .eq(clerk.office())
                .and(KEY.STATE.eq(KeyState.RESERVED))
                .andNotExists(selectOne()
                        .from(KEY_STAGING)
                        .join(VISIT)
                        .on(VISIT.ID.eq(KEY_STAGING.VISIT_ID))
                        .where(KEY_STAGING.KEY_ID.eq(KEY.ID))
                        .and(VISIT.STATE.in(BOOKED, CHECKED_IN, CALLED, SERVING))
                        .and(Ranges.upper(VISIT.DURING).gt(today)));
    }
}
