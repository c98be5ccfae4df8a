package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.ALERT_EVENT;
import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.ON_CALL_SHIFT;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.workorder.UrgentWork;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts as people see them: what nobody has taken yet, and taking it. */
@Service
public class Alerts {
    private static final int MOST_SHOWN = 20;

    private static final Field<String> ALERTED = field(select(STAFF.GIVEN_NAME)
            .from(ALERT_EVENT)
            .join(STAFF)
            .on(STAFF.ID.eq(ALERT_EVENT.STAFF_ID))
            .where(ALERT_EVENT.ALERT_ID.eq(ALERT.ID))
            .orderBy(ALERT_EVENT.STEP.desc())
            .limit(1));

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final OnCall onCall;
    private final UrgentWork urgentWork;

    Alerts(DSLContext db, Callers callers, Clock clock, OnCall onCall, UrgentWork urgentWork) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.onCall = onCall;
        this.urgentWork = urgentWork;
    }

    /** What nobody has taken, the oldest first; at most twenty, and only of where the caller works. */
    @Transactional(readOnly = true)
    public List<Alert> waiting() {
        var me = callers.staff(StaffRole.values());
        var people = onCall.byOffice();
        return db
                .select(
                        ALERT.ID,
                        ALERT.GENERATION,
                        ALERT.STEP,
                        ALERT.TRIGGERED_AT,
                        ALERT.NEXT_AT,
                        ALERTED,
                        ALERT.FAULT_ID,
                        ALERT.OFFICE_ID)
                .from(ALERT)
                .where(ALERT.STATE.eq(inline(AlertState.TRIGGERED)))
                .and(concerns(me))
                .orderBy(ALERT.TRIGGERED_AT)
                .limit(MOST_SHOWN)
                .fetch()
                .stream()
                .flatMap(r -> urgentWork
                        .ofFault(r.value7())
                        .map(work -> new Alert(
                                r.value1(),
                                r.value2(),
                                r.value3(),
                                r.value4(),
                                r.value5(),
                                r.value6(),
                                next(r.value3(), people.getOrDefault(r.value8(), List.of())),
                                work))
                        .stream())
                .toList();
    }

    /** Levels at which nobody is on call are passed over, as the escalation does. */
    private static @Nullable String next(int step, List<OnCall.Person> people) {
        var level = step % Escalation.LEVELS + 1;
        return people.stream()
                .filter(person -> person.level() >= level)
                .findFirst()
                .or(() -> people.stream().findFirst())
                .map(OnCall.Person::givenName)
                .orElse(null);
    }

    @Transactional(readOnly = true)
    public int countWaiting() {
        var me = callers.staff(StaffRole.values());
        return db.fetchCount(ALERT, ALERT.STATE.eq(inline(AlertState.TRIGGERED)).and(concerns(me)));
    }

    /** Takes it: the alert stops, the work order is the caller's, the resident sees it. The first one wins. */
    @Transactional
    public Acknowledging acknowledge(UUID alert) {
        var me = callers.staff(StaffRole.ON_CALL, StaffRole.CREW, StaffRole.FOREMAN);
        var now = Helsinki.now(clock);
        var fault = db.update(ALERT)
                .set(ALERT.STATE, AlertState.ACKNOWLEDGED)
                .set(ALERT.ACKNOWLEDGED_AT, now)
                .set(ALERT.ACKNOWLEDGED_BY, me.id())
                .where(ALERT.ID.eq(alert))
                .and(ALERT.STATE.eq(inline(AlertState.TRIGGERED)))
                .and(concerns(me))
                .returningResult(ALERT.FAULT_ID)
                .fetchOptional(ALERT.FAULT_ID);
        if (fault.isPresent()) {
            urgentWork.take(fault.get(), me);
            return new Acknowledging.Acknowledged();
        }
        var by = db.select(STAFF.ID, STAFF.GIVEN_NAME)
                .from(ALERT)
                .join(STAFF)
                .on(STAFF.ID.eq(ALERT.ACKNOWLEDGED_BY))
                .where(ALERT.ID.eq(alert))
                .and(concerns(me))
                .fetchOptional()
                .orElseThrow(() -> new NotAllowedException("Not an alert of this office or crew: " + alert));
        return by.value1().equals(me.id()) ? new Acknowledging.Acknowledged() : new Acknowledging.TakenBy(by.value2());
    }

    /**
     * Alerts of the caller's office, of an office whose buildings the caller's crew looks after, and of an office where
     * the caller has been on call since the alert. A foreman and a manager see every office's.
     */
    private Condition concerns(Caller.Staff me) {
        return me.isAny(StaffRole.FOREMAN, StaffRole.MANAGER)
                ? noCondition()
                : ALERT.OFFICE_ID
                        .eq(me.officeId())
                        .or(exists(selectOne()
                                .from(BUILDING)
                                .where(BUILDING.OFFICE_ID.eq(ALERT.OFFICE_ID))
                                .and(BUILDING.CREW_ID.eq(me.crewId()))))
                        .or(exists(selectOne()
                                .from(ON_CALL_SHIFT)
                                .where(ON_CALL_SHIFT.OFFICE_ID.eq(ALERT.OFFICE_ID))
                                .and(ON_CALL_SHIFT.STAFF_ID.eq(me.id()))
                                .and(Ranges.lower(ON_CALL_SHIFT.DURING).le(Helsinki.now(clock)))
                                .and(Ranges.upper(ON_CALL_SHIFT.DURING).gt(ALERT.TRIGGERED_AT))));
    }
}
