package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.FAULT_PLACE;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.Urgency;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record12;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A resident's own faults and what happened to them. */
@Service
public class MyFaults {
    private final DSLContext db;
    private final Callers callers;

    MyFaults(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** Newest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Fault> newestFirst(int offset, int limit) {
        return faults().where(FAULT.RESIDENT_ID.eq(callers.resident().id()))
                .orderBy(FAULT.FILED_AT.desc(), FAULT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Fault::new));
    }

    @Transactional(readOnly = true)
    public Optional<Fault> one(UUID fault) {
        return faults().where(FAULT.ID.eq(fault))
                .and(FAULT.RESIDENT_ID.eq(callers.resident().id()))
                .fetchOptional(mapping(Fault::new));
    }

    /** What happened, the newest first. */
    @Transactional(readOnly = true)
    public List<FaultEvent> timeline(UUID fault) {
        return db.select(
                        FAULT_EVENT.VERSION,
                        FAULT_EVENT.STATE,
                        FAULT_EVENT.AT,
                        FAULT_EVENT.ACTOR,
                        FAULT_EVENT.ACTOR_NAME,
                        FAULT_EVENT.NOTE)
                .from(FAULT_EVENT)
                .join(FAULT)
                .on(FAULT.ID.eq(FAULT_EVENT.FAULT_ID))
                .where(FAULT.ID.eq(fault))
                .and(FAULT.RESIDENT_ID.eq(callers.resident().id()))
                .orderBy(FAULT_EVENT.VERSION.desc())
                .fetch(mapping(FaultEvent::new));
    }

    Fault ofSubmission(UUID submission, UUID resident) {
        return faults().where(FAULT.SUBMISSION_ID.eq(submission))
                .and(FAULT.RESIDENT_ID.eq(resident))
                .fetchSingle(mapping(Fault::new));
    }

    private SelectOnConditionStep<
                    Record12<
                            UUID,
                            String,
                            Localized,
                            String,
                            Localized,
                            Danger,
                            Urgency,
                            String,
                            FaultState,
                            Integer,
                            OffsetDateTime,
                            OffsetDateTime>>
            faults() {
        return db.select(
                        FAULT.ID,
                        FAULT.NUMBER,
                        row(FAULT_PLACE.NAME_FI, FAULT_PLACE.NAME_SV, FAULT_PLACE.NAME_EN)
                                .mapping(Localized::new),
                        FAULT_PROBLEM.CATEGORY_CODE,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        FAULT.DANGER,
                        FAULT.URGENCY,
                        FAULT.DESCRIPTION,
                        FAULT.STATE,
                        FAULT.VERSION,
                        FAULT.FILED_AT,
                        FAULT.PROMISED_BY)
                .from(FAULT)
                .join(FAULT_PLACE)
                .on(FAULT_PLACE.CODE.eq(FAULT.PLACE_CODE))
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE));
    }
}
