package fi.kotiovi.domain.workorder;

import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.fault.FaultTimeline;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The work order behind an alert: whoever is on call may take it, whichever crew the building has. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UrgentWork {
    private final DSLContext db;
    private final Clock clock;
    private final WorkOrderRows rows;
    private final WorkOrderEvents events;
    private final FaultTimeline timeline;
    private final AccessLog accessLog;

    UrgentWork(
            DSLContext db,
            Clock clock,
            WorkOrderRows rows,
            WorkOrderEvents events,
            FaultTimeline timeline,
            AccessLog accessLog) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.events = events;
        this.timeline = timeline;
        this.accessLog = accessLog;
    }

    public Optional<WorkOrder> ofFault(UUID fault) {
        return rows.list(WORK_ORDER.FAULT_ID.eq(fault), 0, 1, WORK_ORDER.CREATED_AT).stream()
                .findFirst();
    }

    /** The one who acknowledged has the job; one that somebody accepted before changes hands. */
    public void take(UUID fault, Caller.Staff by) {
        var taken = db.update(WORK_ORDER)
                .set(WORK_ORDER.STATE, WorkOrderState.ACCEPTED)
                .set(WORK_ORDER.ASSIGNEE_ID, by.id())
                .set(WORK_ORDER.VERSION, WORK_ORDER.VERSION.plus(1))
                .where(WORK_ORDER.FAULT_ID.eq(fault))
                .and(WORK_ORDER.STATE.in(WorkOrderState.NEW, WorkOrderState.ACCEPTED))
                .returningResult(WORK_ORDER.ID)
                .fetch(WORK_ORDER.ID);
        for (var workOrder : taken) {
            events.add(workOrder, WorkOrderState.ACCEPTED, by, "", Helsinki.now(clock));
            accessLog.note(by, reporterOf(fault), AccessReason.DOING_WORK_ORDER, workOrder);
        }
        if (taken.isEmpty()) {
            // Somebody is further along already; the resident's timeline does not step back.
            return;
        }
        timeline.add(fault, Step.ACCEPT.shown(), FaultActor.ON_CALL, events.shownName(by), by.id(), "");
    }

    private UUID reporterOf(UUID fault) {
        return db.select(FAULT.RESIDENT_ID)
                .from(FAULT)
                .where(FAULT.ID.eq(fault))
                .fetchSingle(mapping(resident -> resident));
    }
}
