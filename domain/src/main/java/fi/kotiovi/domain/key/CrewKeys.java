package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.vocabulary.StaffRole.CREW;
import static fi.kotiovi.vocabulary.StaffRole.FOREMAN;
import static fi.kotiovi.vocabulary.StaffRole.ON_CALL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.identity.Callers;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys that a crew has with it: its own, and no other crew's. */
@Service
public class CrewKeys {
    private static final int MOST = 50;

    private final DSLContext db;
    private final Callers callers;

    CrewKeys(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** What the caller or the caller's crew has borrowed, what is due first; at most fifty. */
    @Transactional(readOnly = true)
    public List<CrewKey> mine() {
        var me = callers.staff(CREW, ON_CALL, FOREMAN);
        return db.select(
                        KEY_LOAN.ID,
                        KEY.TAG,
                        KEY.KIND,
                        WORK_ORDER.ID,
                        WORK_ORDER.NUMBER,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        when(STAFF.ID.isNotNull(), concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME)),
                        KEY_LOAN.DUE_AT,
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                        OFFICE.STREET_ADDRESS,
                        OFFICE.PHONE)
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(KEY.OFFICE_ID))
                .join(WORK_ORDER)
                .on(WORK_ORDER.ID.eq(KEY_LOAN.WORK_ORDER_ID))
                .join(FAULT)
                .on(FAULT.ID.eq(WORK_ORDER.FAULT_ID))
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(KEY_LOAN.BORROWER_ID))
                .where(KEY_LOAN.RETURNED_AT.isNull())
                .and(KEY_LOAN.CREW_ID.eq(me.crewId()).or(KEY_LOAN.BORROWER_ID.eq(me.id())))
                .orderBy(KEY_LOAN.DUE_AT, KEY_LOAN.ID)
                .limit(MOST)
                .fetch(mapping(CrewKey::new));
    }
}
