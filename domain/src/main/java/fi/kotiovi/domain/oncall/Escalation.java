package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.ALERT_EVENT;
import static fi.kotiovi.db.Tables.ALERT_POLICY_STEP;
import static fi.kotiovi.db.Tables.ON_CALL_SHIFT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.fault.FaultTimeline;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes alerts climb. Everything it needs stands in rows with a due time, so that a restart, a second node or a late
 * tick changes nothing but the moment (field-notes.md 6.3).
 */
@Service
public class Escalation {
    /** Who is called when, in the order of levels; minutes to wait for an acknowledgement (domain.md 3.7). */
    private static final List<PolicyStep> POLICY =
            List.of(new PolicyStep(1, 5), new PolicyStep(2, 5), new PolicyStep(3, 5));

    static final int LEVELS = POLICY.size();

    private static final int BATCH = 200;

    private final DSLContext db;
    private final Clock clock;
    private final FaultTimeline timeline;
    private final Outbox outbox;

    Escalation(DSLContext db, Clock clock, FaultTimeline timeline, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Alerts the next person of every alert that is due; returns how many were. For the ticker. */
    @Transactional
    public int escalateDue() {
        var now = Helsinki.now(clock);
        var due = db.select(ALERT.ID, ALERT.FAULT_ID, ALERT.OFFICE_ID, ALERT.STEP)
                .from(ALERT)
                .where(ALERT.STATE.eq(inline(AlertState.TRIGGERED)))
                .and(ALERT.NEXT_AT.le(now))
                .orderBy(ALERT.NEXT_AT)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch(mapping(Due::new));
        due.forEach(alert -> escalate(alert, now));
        return due.size();
    }

    private void escalate(Due alert, OffsetDateTime now) {
        if (alert.step == 0) {
            freezePolicy(alert.id);
        }
        var policy = policyOf(alert.id);
        for (int tried = 1; tried <= policy.size(); tried++) {
            var step = alert.step + tried;
            var rule = policy.get((step - 1) % policy.size());
            var person = onCall(alert.office, rule.level, now);
            event(alert.id, step, rule.level, person, now);
            if (person.isPresent()) {
                reached(alert, step, rule, person.get(), now);
                return;
            }
        }
        nobody(alert, alert.step + policy.size(), now);
    }

    private void reached(Due alert, int step, PolicyStep rule, UUID person, OffsetDateTime now) {
        outbox.alertStaff(person, alert.id, step);
        advance(alert.id, step, now.plusMinutes(rule.waitMinutes));
        if (isFirstReached(alert.id, step)) {
            timeline.add(alert.fault, FaultState.ON_CALL_ALERTED, FaultActor.SYSTEM, "", null, "");
        }
    }

    private boolean isFirstReached(UUID alert, int step) {
        return !db.fetchExists(
                ALERT_EVENT,
                ALERT_EVENT.ALERT_ID.eq(alert).and(ALERT_EVENT.STEP.lt(step)).and(ALERT_EVENT.STAFF_ID.isNotNull()));
    }

    /** Nobody is on call at any level: try again in a minute, for somebody may be put on call. */
    private void nobody(Due alert, int step, OffsetDateTime now) {
        advance(alert.id, step, now.plusMinutes(1));
    }

    private void advance(UUID alert, int step, OffsetDateTime nextAt) {
        db.update(ALERT)
                .set(ALERT.STEP, step)
                .set(ALERT.NEXT_AT, nextAt)
                .where(ALERT.ID.eq(alert))
                .execute();
    }

    private void freezePolicy(UUID alert) {
        var rows = db.insertInto(
                ALERT_POLICY_STEP,
                ALERT_POLICY_STEP.ALERT_ID,
                ALERT_POLICY_STEP.STEP,
                ALERT_POLICY_STEP.LEVEL,
                ALERT_POLICY_STEP.WAIT_MINUTES);
        for (int i = 0; i < POLICY.size(); i++) {
            rows = rows.values(alert, i + 1, POLICY.get(i).level, POLICY.get(i).waitMinutes);
        }
        rows.onConflictDoNothing().execute();
    }

    private List<PolicyStep> policyOf(UUID alert) {
        return db.select(ALERT_POLICY_STEP.LEVEL, ALERT_POLICY_STEP.WAIT_MINUTES)
                .from(ALERT_POLICY_STEP)
                .where(ALERT_POLICY_STEP.ALERT_ID.eq(alert))
                .orderBy(ALERT_POLICY_STEP.STEP)
                .fetch(mapping(PolicyStep::new));
    }

    private Optional<UUID> onCall(UUID office, int level, OffsetDateTime now) {
        return db.select(ON_CALL_SHIFT.STAFF_ID)
                .from(ON_CALL_SHIFT)
                .where(ON_CALL_SHIFT.OFFICE_ID.eq(office))
                .and(ON_CALL_SHIFT.LEVEL.eq(level))
                .and(Ranges.lower(ON_CALL_SHIFT.DURING).le(now))
                .and(Ranges.upper(ON_CALL_SHIFT.DURING).gt(now))
                .fetchOptional(ON_CALL_SHIFT.STAFF_ID);
    }

    private void event(UUID alert, int step, int level, Optional<UUID> person, OffsetDateTime now) {
        db.insertInto(ALERT_EVENT)
                .set(ALERT_EVENT.ALERT_ID, alert)
                .set(ALERT_EVENT.STEP, step)
                .set(ALERT_EVENT.LEVEL, level)
                .set(ALERT_EVENT.STAFF_ID, person.orElse(null))
                .set(ALERT_EVENT.AT, now)
                .execute();
    }

    private record Due(UUID id, UUID fault, UUID office, int step) {}

    private record PolicyStep(int level, int waitMinutes) {}
}
