package fi.kotiovi.domain.workorder;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.BUILDING_CREW_HINT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PLACE;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Addresses;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** Reads work orders with the fault, the home and the person behind them. */
@Component
class WorkOrderRows {
    private static final SelectField<WorkOrder.Job> JOB = row(
                    FAULT.ID,
                    FAULT_PROBLEM.CATEGORY_CODE,
                    row(FAULT_PLACE.NAME_FI, FAULT_PLACE.NAME_SV, FAULT_PLACE.NAME_EN)
                            .mapping(Localized::new),
                    row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                            .mapping(Localized::new),
                    FAULT.DANGER,
                    FAULT.DESCRIPTION)
            .mapping(WorkOrder.Job::new);
    private static final SelectField<WorkOrder.Door> DOOR = row(
                    Addresses.ADDRESS,
                    RESIDENT.ID,
                    concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                    FAULT.PHONE,
                    FAULT.LANGUAGE,
                    FAULT.ENTRY_CONSENT,
                    FAULT.PETS,
                    FAULT.EXTRA_LOCK,
                    FAULT.ENTRY_TIMES,
                    BUILDING_CREW_HINT.WATER_SHUTOFF,
                    BUILDING_CREW_HINT.ACCESS_NOTE)
            .mapping(WorkOrder.Door::new);

    private final DSLContext db;

    WorkOrderRows(DSLContext db) {
        this.db = db;
    }

    List<WorkOrder> list(Condition condition, int offset, int limit, OrderField<?>... order) {
        return db.select(
                        WORK_ORDER.ID,
                        WORK_ORDER.NUMBER,
                        WORK_ORDER.STATE,
                        WORK_ORDER.VERSION,
                        WORK_ORDER.URGENCY,
                        WORK_ORDER.CREATED_AT,
                        WORK_ORDER.ASSIGNEE_ID,
                        STAFF.GIVEN_NAME,
                        WORK_ORDER.DONE_AT,
                        WORK_ORDER.DONE_NOTE,
                        JOB,
                        DOOR)
                .from(WORK_ORDER)
                .join(FAULT)
                .on(FAULT.ID.eq(WORK_ORDER.FAULT_ID))
                .join(FAULT_PLACE)
                .on(FAULT_PLACE.CODE.eq(FAULT.PLACE_CODE))
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .join(HOME)
                .on(HOME.ID.eq(FAULT.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(FAULT.BUILDING_ID))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(FAULT.RESIDENT_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(WORK_ORDER.ASSIGNEE_ID))
                .leftJoin(BUILDING_CREW_HINT)
                .on(BUILDING_CREW_HINT.BUILDING_ID.eq(BUILDING.ID))
                .where(condition)
                .orderBy(order)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(WorkOrder::new));
    }
}
