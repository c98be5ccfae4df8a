package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.Urgency;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files fault reports. A report is a work order of the building's crew at once; an urgent one raises an alert too. All
 * of it in one transaction, and once however often the button is pressed.
 */
@Service
public class FaultReports {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final FaultCatalogue catalogue;
    private final FaultCheck check;
    private final MyFaults mine;
    private final Residents residents;
    private final Promises promises;
    private final Attachments attachments;
    private final Outbox outbox;

    FaultReports(
            DSLContext db,
            Callers callers,
            Clock clock,
            FaultCatalogue catalogue,
            FaultCheck check,
            MyFaults mine,
            Residents residents,
            Promises promises,
            Attachments attachments,
            Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.catalogue = catalogue;
        this.check = check;
        this.mine = mine;
        this.residents = residents;
        this.promises = promises;
        this.attachments = attachments;
        this.outbox = outbox;
    }

    @Transactional
    public Filing file(ReportFault report) {
        var me = callers.resident();
        var gaps = check.gaps(report);
        if (!gaps.isEmpty()) {
            return new Filing.Incomplete(gaps);
        }
        var home = residents
                .myHome()
                .orElseThrow(() -> new NotAllowedException("Somebody without a home reports no fault of it."));
        var now = Helsinki.now(clock);
        var filed = insert(report, me.id(), home, now);
        if (filed.isPresent()) {
            var fault = filed.get();
            workOrder(fault, home, now);
            if (fault.isUrgent()) {
                alert(fault.id(), home, now);
            }
            attachments.belongToFault(fault.id(), report.photos());
            outbox.toResident(me.id(), NotificationKind.FAULT_RECEIVED, fault.id(), 1);
            return new Filing.Filed(fault);
        }
        var before = mine.ofSubmission(report.submission());
        // Two windows may share a draft: what says something else is another report, whatever its submission.
        return before.description().equals(report.description())
                ? new Filing.Filed(before)
                : file(report.as(UUID.randomUUID()));
    }

    /** Danger decides; without one, what the published table says of the problem (domain.md 3.2, 3.4). */
    static Urgency urgency(@Nullable Danger danger, Urgency ofProblem) {
        if (danger == Danger.FIRE_OR_PERSON) {
            return Urgency.P0;
        }
        return danger == null || ofProblem == Urgency.P0 ? ofProblem : Urgency.P1;
    }

    private Optional<Fault> insert(ReportFault report, UUID me, MyHome home, OffsetDateTime now) {
        var place = catalogue.place(report.place()).orElseThrow();
        var problem = catalogue.problem(report.place(), report.problem()).orElseThrow();
        var urgency = urgency(report.danger(), problem.urgency());
        var promised = promises.forFault(urgency, now);
        var filed = db.insertInto(FAULT)
                .set(FAULT.NUMBER, ShortNumbers.nextFault(now))
                .set(FAULT.SUBMISSION_ID, report.submission())
                .set(FAULT.BUILDING_ID, home.buildingId())
                .set(FAULT.HOME_ID, home.id())
                .set(FAULT.RESIDENT_ID, me)
                .set(FAULT.PLACE_CODE, report.place())
                .set(FAULT.PROBLEM_CODE, report.problem())
                .set(FAULT.DANGER, report.danger())
                .set(FAULT.URGENCY, urgency)
                .set(FAULT.DESCRIPTION, report.description())
                .set(FAULT.PHONE, PhoneNumbers.parse(report.phone()).orElseThrow())
                .set(
                        FAULT.LANGUAGE,
                        field(select(RESIDENT.LANGUAGE).from(RESIDENT).where(RESIDENT.ID.eq(me))))
                .set(FAULT.ENTRY_CONSENT, report.entryConsent())
                .set(FAULT.PETS, report.pets())
                .set(FAULT.EXTRA_LOCK, report.extraLock())
                .set(FAULT.ENTRY_TIMES, report.entryTimes())
                .set(FAULT.STATE, FaultState.RECEIVED)
                .set(FAULT.FILED_AT, now)
                .set(FAULT.PROMISED_BY, promised)
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
        filed.ifPresent(fault -> db.insertInto(FAULT_EVENT)
                .set(FAULT_EVENT.FAULT_ID, fault.id())
                .set(FAULT_EVENT.VERSION, 1)
                .set(FAULT_EVENT.STATE, FaultState.RECEIVED)
                .set(FAULT_EVENT.AT, now)
                .set(FAULT_EVENT.ACTOR, FaultActor.RESIDENT)
                .execute());
        return filed;
    }

    private void workOrder(Fault fault, MyHome home, OffsetDateTime now) {
        db.insertInto(WORK_ORDER)
                .set(WORK_ORDER.NUMBER, ShortNumbers.nextWorkOrder(now))
                .set(WORK_ORDER.FAULT_ID, fault.id())
                .set(WORK_ORDER.CREW_ID, home.crewId())
                .set(WORK_ORDER.STATE, WorkOrderState.NEW)
                .set(WORK_ORDER.URGENCY, fault.urgency())
                .set(WORK_ORDER.CREATED_AT, now)
                .execute();
    }

    private void alert(UUID fault, MyHome home, OffsetDateTime now) {
        db.insertInto(ALERT)
                .set(ALERT.FAULT_ID, fault)
                .set(ALERT.OFFICE_ID, home.office().id())
                .set(ALERT.STATE, AlertState.TRIGGERED)
                .set(ALERT.NEXT_AT, now)
                .set(ALERT.TRIGGERED_AT, now)
                .execute();
    }
}
