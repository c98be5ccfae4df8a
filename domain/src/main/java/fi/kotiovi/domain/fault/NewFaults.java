package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultSource;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.Urgency;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a fault down with all that follows from it: the work order, the alert of an urgent one, the mail. Whoever calls has
 * checked the report, and gives the transaction.
 */
@Component
class NewFaults {
    private final DSLContext db;
    private final Clock clock;
    private final FaultCatalogue catalogue;
    private final Promises promises;
    private final Outbox outbox;

    NewFaults(DSLContext db, Clock clock, FaultCatalogue catalogue, Promises promises, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.catalogue = catalogue;
        this.promises = promises;
        this.outbox = outbox;
    }

    /**
     * Who has a fault and where.
     *
     * @param clerk who files it for the caller; null when the resident does
     */
    record Whose(
            UUID resident,
            UUID home,
            UUID building,
            UUID crew,
            UUID office,
            @Nullable UUID clerk) {}

    /** Empty when the submission is on file already. */
    Optional<Fault> file(ReportFault report, Whose whose) {
        var now = Helsinki.now(clock);
        var filed = insert(report, whose, now);
        filed.ifPresent(fault -> {
            event(fault.id(), whose.clerk(), now);
            workOrder(fault, whose.crew(), now);
            if (fault.isUrgent()) {
                alert(fault.id(), whose.office(), now);
            }
            outbox.toResident(whose.resident(), NotificationKind.FAULT_RECEIVED, fault.id(), 1);
        });
        return filed;
    }

    /** Danger decides; without one, what the published table says of the problem (domain.md 3.2, 3.4). */
    static Urgency urgency(@Nullable Danger danger, Urgency ofProblem) {
        if (danger == Danger.FIRE_OR_PERSON) {
            return Urgency.P0;
        }
        return danger == null || ofProblem == Urgency.P0 ? ofProblem : Urgency.P1;
    }

    private Optional<Fault> insert(ReportFault report, Whose whose, OffsetDateTime now) {
        var place = catalogue.place(report.place()).orElseThrow();
        var problem = catalogue.problem(report.place(), report.problem()).orElseThrow();
        var urgency = urgency(report.danger(), problem.urgency());
        var promised = promises.forFault(urgency, now);
        return db.insertInto(FAULT)
                .set(FAULT.NUMBER, ShortNumbers.nextFault(now))
                .set(FAULT.SUBMISSION_ID, report.submission())
                .set(FAULT.BUILDING_ID, whose.building())
                .set(FAULT.HOME_ID, whose.home())
                .set(FAULT.RESIDENT_ID, whose.resident())
                .set(FAULT.PLACE_CODE, report.place())
                .set(FAULT.PROBLEM_CODE, report.problem())
                .set(FAULT.DANGER, report.danger())
                .set(FAULT.URGENCY, urgency)
                .set(FAULT.DESCRIPTION, report.description())
                .set(FAULT.PHONE, PhoneNumbers.parse(report.phone()).orElseThrow())
                .set(
                        FAULT.LANGUAGE,
                        field(select(RESIDENT.LANGUAGE).from(RESIDENT).where(RESIDENT.ID.eq(whose.resident()))))
                .set(FAULT.ENTRY_CONSENT, report.entryConsent())
                .set(FAULT.PETS, report.pets())
                .set(FAULT.EXTRA_LOCK, report.extraLock())
                .set(FAULT.ENTRY_TIMES, report.entryTimes())
                .set(FAULT.STATE, FaultState.RECEIVED)
                .set(FAULT.FILED_AT, now)
                .set(FAULT.PROMISED_BY, promised)
                .set(byPhone(whose.clerk()))
                .onConflict(FAULT.SUBMISSION_ID)
                .doNothing()
                .returningResult(FAULT.ID, FAULT.NUMBER)
                .fetchOptional(r -> new Fault(
                        r.value1(),
                        r.value2(),
                        place.name(),
                        problem.category(),
                        problem.name(),
                        report.danger(),
                        urgency,
                        report.description(),
                        FaultState.RECEIVED,
                        1,
                        now,
                        promised));
    }

    private static Map<?, ?> byPhone(@Nullable UUID clerk) {
        return clerk == null ? Map.of() : Map.of(FAULT.SOURCE, FaultSource.PHONE, FAULT.FILED_BY, clerk);
    }

    private void event(UUID fault, @Nullable UUID clerk, OffsetDateTime now) {
        var event = db.insertInto(FAULT_EVENT)
                .set(FAULT_EVENT.FAULT_ID, fault)
                .set(FAULT_EVENT.VERSION, 1)
                .set(FAULT_EVENT.STATE, FaultState.RECEIVED)
                .set(FAULT_EVENT.AT, now)
                .set(FAULT_EVENT.ACTOR, clerk == null ? FaultActor.RESIDENT : FaultActor.OFFICE);
        (clerk == null ? event : event.set(FAULT_EVENT.STAFF_ID, clerk)).execute();
    }

    private void workOrder(Fault fault, UUID crew, OffsetDateTime now) {
        db.insertInto(WORK_ORDER)
                .set(WORK_ORDER.NUMBER, ShortNumbers.nextWorkOrder(now))
                .set(WORK_ORDER.FAULT_ID, fault.id())
                .set(WORK_ORDER.CREW_ID, crew)
                .set(WORK_ORDER.STATE, WorkOrderState.NEW)
                .set(WORK_ORDER.URGENCY, fault.urgency())
                .set(WORK_ORDER.CREATED_AT, now)
                .execute();
    }

    private void alert(UUID fault, UUID office, OffsetDateTime now) {
        db.insertInto(ALERT)
                .set(ALERT.FAULT_ID, fault)
                .set(ALERT.OFFICE_ID, office)
                .set(ALERT.STATE, AlertState.TRIGGERED)
                .set(ALERT.NEXT_AT, now)
                .set(ALERT.TRIGGERED_AT, now)
                .execute();
    }
}
