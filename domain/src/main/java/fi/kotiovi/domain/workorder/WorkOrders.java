package fi.kotiovi.domain.workorder;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.vocabulary.StaffRole.CREW;
import static fi.kotiovi.vocabulary.StaffRole.FOREMAN;
import static fi.kotiovi.vocabulary.StaffRole.ON_CALL;
import static fi.kotiovi.vocabulary.WorkOrderState.CANCELLED;
import static fi.kotiovi.vocabulary.WorkOrderState.DONE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.fault.FaultTimeline;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.FaultActor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A crew's work: what there is, and one step after the other. A foreman sees every crew's. */
@Service
public class WorkOrders {
    private static final int DONE_SHOWN = 10;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final WorkOrderRows rows;
    private final WorkOrderEvents events;
    private final FaultTimeline timeline;
    private final Attachments attachments;
    private final AccessLog accessLog;

    WorkOrders(
            DSLContext db,
            Callers callers,
            Clock clock,
            WorkOrderRows rows,
            WorkOrderEvents events,
            FaultTimeline timeline,
            Attachments attachments,
            AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.rows = rows;
        this.events = events;
        this.timeline = timeline;
        this.attachments = attachments;
        this.accessLog = accessLog;
    }

    /** Open work, the most urgent first, then the oldest; {@code limit} of it from {@code offset}. */
    @Transactional(readOnly = true)
    public List<WorkOrder> open(int offset, int limit) {
        return rows.list(
                visible().and(WORK_ORDER.STATE.notIn(inline(DONE), inline(CANCELLED))),
                offset,
                limit,
                WORK_ORDER.URGENCY,
                WORK_ORDER.CREATED_AT,
                WORK_ORDER.ID);
    }

    @Transactional(readOnly = true)
    public int countOpen() {
        return db.fetchCount(WORK_ORDER, visible().and(WORK_ORDER.STATE.notIn(inline(DONE), inline(CANCELLED))));
    }

    /** The ten finished last. */
    @Transactional(readOnly = true)
    public List<WorkOrder> lately() {
        return rows.list(visible().and(WORK_ORDER.STATE.eq(inline(DONE))), 0, DONE_SHOWN, WORK_ORDER.DONE_AT.desc());
    }

    /** One work order, if it is the caller's crew's. */
    @Transactional(readOnly = true)
    public Optional<WorkOrder> one(UUID workOrder) {
        return rows.list(WORK_ORDER.ID.eq(workOrder).and(visible()), 0, 1).stream()
                .findFirst();
    }

    /**
     * Takes a step. The same step again is answered as done; a step from a state it is not possible from is refused.
     *
     * @param given what the resident should know; required to finish
     * @param photos uploads that belong to the work
     */
    @Transactional
    public Stepping step(UUID workOrder, Step step, String given, List<UUID> photos) {
        var note = Storable.text(given);
        var me = callers.staff(CREW, ON_CALL, FOREMAN);
        if (step == Step.FINISH && note.isBlank()) {
            return new Stepping.NoteMissing();
        }
        lockAlert(workOrder);
        lock(workOrder);
        var before = one(workOrder)
                .orElseThrow(() -> new NotAllowedException("Not a work order of this crew: " + workOrder));
        if (before.state() == step.to()) {
            return new Stepping.Stepped(before);
        }
        if (!step.isPossibleFrom(before.state())) {
            return new Stepping.NotNow(before);
        }
        var now = Helsinki.now(clock);
        var update = db.update(WORK_ORDER)
                .set(WORK_ORDER.STATE, step.to())
                .set(WORK_ORDER.VERSION, before.version() + 1)
                .set(WORK_ORDER.ASSIGNEE_ID, before.assigneeId() == null ? me.id() : before.assigneeId());
        if (step == Step.FINISH) {
            update = update.set(WORK_ORDER.DONE_AT, now).set(WORK_ORDER.DONE_NOTE, note);
        }
        update.where(WORK_ORDER.ID.eq(workOrder)).execute();
        answerAlert(before.job().faultId(), me.id(), now);
        events.add(workOrder, step.to(), me, note, now);
        if (step == Step.ACCEPT) {
            accessLog.note(me, before.door().residentId(), AccessReason.DOING_WORK_ORDER, workOrder);
        }
        attachments.belongToWorkOrder(workOrder, photos);
        timeline.add(before.job().faultId(), step.shown(), FaultActor.CREW, events.shownName(me), me.id(), note);
        return new Stepping.Stepped(one(workOrder).orElseThrow());
    }

    /** Before the work order, as whoever acknowledges the alert does: two orders would end in a deadlock. */
    private void lockAlert(UUID workOrder) {
        db.select(ALERT.ID)
                .from(ALERT)
                .join(WORK_ORDER)
                .on(WORK_ORDER.FAULT_ID.eq(ALERT.FAULT_ID))
                .where(WORK_ORDER.ID.eq(workOrder))
                .forUpdate()
                .of(ALERT)
                .execute();
    }

    /** Somebody is on it: nobody else is woken up. */
    private void answerAlert(UUID fault, UUID me, OffsetDateTime now) {
        db.update(ALERT)
                .set(ALERT.STATE, AlertState.ACKNOWLEDGED)
                .set(ALERT.ACKNOWLEDGED_AT, now)
                .set(ALERT.ACKNOWLEDGED_BY, me)
                .where(ALERT.FAULT_ID.eq(fault))
                .and(ALERT.STATE.eq(AlertState.TRIGGERED))
                .execute();
    }

    private void lock(UUID workOrder) {
        db.select(WORK_ORDER.ID)
                .from(WORK_ORDER)
                .where(WORK_ORDER.ID.eq(workOrder))
                .forUpdate()
                .execute();
    }

    private Condition visible() {
        var me = callers.staff(CREW, ON_CALL, FOREMAN);
        return me.isAny(FOREMAN)
                ? noCondition()
                : WORK_ORDER.CREW_ID.eq(me.crewId()).or(WORK_ORDER.ASSIGNEE_ID.eq(me.id()));
    }
}
