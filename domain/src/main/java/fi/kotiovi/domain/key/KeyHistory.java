package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.db.Tables.KEY_HANDOVER;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a key has been: the log of custody, as people read it (domain.md 4.3). */
@Service
public class KeyHistory {
    private final DSLContext db;
    private final Clerks clerks;

    KeyHistory(DSLContext db, Clerks clerks) {
        this.db = db;
        this.clerks = clerks;
    }

    /** What happened to a key of the caller's office, the latest first, {@code limit} of it from {@code offset}. */
    @Transactional(readOnly = true)
    public List<KeyStep> newestFirst(UUID key, int offset, int limit) {
        var with = coalesce(
                concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME), CREW.NAME, KEY_LOAN.CONTRACTOR);
        return db.select(
                        KEY_EVENT.ID,
                        KEY_EVENT.KIND,
                        KEY_EVENT.AT,
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        with,
                        KEY_EVENT.ID_KIND,
                        KEY_HANDOVER.NUMBER,
                        KEY_EVENT.NOTE)
                .from(KEY_EVENT)
                .join(KEY)
                .on(KEY.ID.eq(KEY_EVENT.KEY_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(KEY_EVENT.STAFF_ID))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_EVENT.RESIDENT_ID))
                .leftJoin(KEY_LOAN)
                .on(KEY_LOAN.ID.eq(KEY_EVENT.LOAN_ID))
                .leftJoin(CREW)
                .on(CREW.ID.eq(KEY_LOAN.CREW_ID))
                .leftJoin(KEY_HANDOVER)
                .on(KEY_HANDOVER.ID.eq(KEY_EVENT.HANDOVER_ID))
                .where(KEY_EVENT.KEY_ID.eq(key))
                .and(KEY.OFFICE_ID.eq(clerks.here().office()))
                .orderBy(KEY_EVENT.AT.desc(), KEY_EVENT.CHAIN_NO.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(KeyStep::new));
    }
}
