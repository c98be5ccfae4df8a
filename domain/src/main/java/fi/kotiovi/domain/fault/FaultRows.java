package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.FAULT_PLACE;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.Urgency;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record12;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** Reads faults as their reporter and the office know them. */
@Component
class FaultRows {
    private final DSLContext db;

    FaultRows(DSLContext db) {
        this.db = db;
    }

    /** What happened, the newest first; for a caller who may see the fault. */
    List<FaultEvent> timeline(Condition which) {
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
                .where(which)
                .orderBy(FAULT_EVENT.VERSION.desc())
                .fetch(mapping(FaultEvent::new));
    }

    SelectOnConditionStep<
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
