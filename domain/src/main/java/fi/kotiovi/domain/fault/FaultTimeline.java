package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds a step to what a resident sees of a fault, and tells the resident; in the transaction that took the step. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FaultTimeline {
    private final DSLContext db;
    private final Clock clock;
    private final Outbox outbox;

    FaultTimeline(DSLContext db, Clock clock, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * The fault is in this state from now on.
     *
     * @param actorName what the resident may know of who did it
     */
    public void add(
            UUID fault, FaultState state, FaultActor actor, String actorName, @Nullable UUID staff, String note) {
        var changed = db.update(FAULT)
                .set(FAULT.STATE, state)
                .set(FAULT.VERSION, FAULT.VERSION.plus(1))
                .where(FAULT.ID.eq(fault))
                .returningResult(FAULT.VERSION, FAULT.RESIDENT_ID)
                .fetchSingle();
        db.insertInto(FAULT_EVENT)
                .set(FAULT_EVENT.FAULT_ID, fault)
                .set(FAULT_EVENT.VERSION, changed.value1())
                .set(FAULT_EVENT.STATE, state)
                .set(FAULT_EVENT.AT, Helsinki.now(clock))
                .set(FAULT_EVENT.ACTOR, actor)
                .set(FAULT_EVENT.ACTOR_NAME, actorName)
                .set(FAULT_EVENT.STAFF_ID, staff)
                .set(FAULT_EVENT.NOTE, note)
                .execute();
        if (isWorthAMail(state)) {
            outbox.toResident(changed.value2(), NotificationKind.FAULT_CHANGED, fault, changed.value1());
        }
    }

    /** What a resident can act on; the rest is on the timeline for whoever looks. */
    private static boolean isWorthAMail(FaultState state) {
        return state != FaultState.IN_PROGRESS && state != FaultState.ON_CALL_ALERTED && state != FaultState.RECEIVED;
    }
}
