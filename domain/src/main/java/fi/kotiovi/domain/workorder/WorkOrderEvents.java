package fi.kotiovi.domain.workorder;

import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.WORK_ORDER_EVENT;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes down who did what with a work order. */
@Component
class WorkOrderEvents {
    private final DSLContext db;

    WorkOrderEvents(DSLContext db) {
        this.db = db;
    }

    void add(UUID workOrder, WorkOrderState state, Caller.Staff by, String note, OffsetDateTime at) {
        db.insertInto(
                        WORK_ORDER_EVENT,
                        WORK_ORDER_EVENT.WORK_ORDER_ID,
                        WORK_ORDER_EVENT.STATE,
                        WORK_ORDER_EVENT.AT,
                        WORK_ORDER_EVENT.STAFF_ID,
                        WORK_ORDER_EVENT.NOTE)
                .values(workOrder, state, at, by.id(), note)
                .execute();
    }

    /** What a resident is told of who did it: the crew, else the given name. */
    String shownName(Caller.Staff by) {
        return by.crewId() == null
                ? by.givenName()
                : db.select(CREW.NAME)
                        .from(CREW)
                        .where(CREW.ID.eq(by.crewId()))
                        .fetchOptional(CREW.NAME)
                        .orElse(by.givenName());
    }
}
