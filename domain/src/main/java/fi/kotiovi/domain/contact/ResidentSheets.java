package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.NOTICE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.contact.ResidentSheet.LastContact;
import fi.kotiovi.domain.contact.ResidentSheet.NextVisit;
import fi.kotiovi.domain.contact.ResidentSheet.OpenFault;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One page on one resident, for whoever has that person on the phone (domain.md section 5). */
@Service
public class ResidentSheets {
    private static final int FEW = 5;
    private static final int LAST = 3;
    private static final int MOST_KEYS = 12;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final AccessLog accessLog;

    ResidentSheets(DSLContext db, Callers callers, Clock clock, AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.accessLog = accessLog;
    }

    /** What concerns a resident and the home now. The look is written down for that resident to read. */
    @Transactional
    public ResidentSheet of(UUID resident, UUID home) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        accessLog.noteShown(me, AccessReason.ANSWERING_CALL, List.of(new AccessLog.Shown(resident, home)));
        var now = Helsinki.now(clock);
        return new ResidentSheet(
                faults(resident),
                visits(resident, now),
                keys(resident),
                contacts(resident, noCondition()),
                notices(home, now));
    }

    /** What concerns whoever wrote a contact, if that is somebody we know. Written down like every look at it. */
    @Transactional
    public Optional<ResidentSheet> ofContact(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var writer = db.select(CONTACT.RESIDENT_ID, CONTACT.HOME_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle();
        var resident = writer.value1();
        if (resident == null) {
            return Optional.empty();
        }
        accessLog.noteShown(me, AccessReason.ANSWERING_CONTACT, List.of(new AccessLog.Shown(resident, contact)));
        var now = Helsinki.now(clock);
        return Optional.of(new ResidentSheet(
                faults(resident),
                visits(resident, now),
                keys(resident),
                contacts(resident, CONTACT.ID.ne(contact)),
                notices(writer.value2(), now)));
    }

    private List<OpenFault> faults(UUID resident) {
        return db.select(
                        FAULT.NUMBER,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        FAULT.STATE,
                        FAULT.FILED_AT)
                .from(FAULT)
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .where(FAULT.RESIDENT_ID.eq(resident))
                .and(FAULT.STATE.notIn(FaultState.DONE, FaultState.CLOSED))
                .orderBy(FAULT.FILED_AT.desc())
                .limit(FEW)
                .fetch(mapping(OpenFault::new));
    }

    private List<NextVisit> visits(UUID resident, OffsetDateTime now) {
        return db.select(VISIT.NUMBER, VISIT.VISIT_TYPE_CODE, VISIT.LOCAL_START)
                .from(VISIT)
                .where(VISIT.RESIDENT_ID.eq(resident))
                .and(VISIT.STATE.eq(VisitState.BOOKED))
                .and(Ranges.lower(VISIT.DURING).gt(now))
                .orderBy(Ranges.lower(VISIT.DURING))
                .limit(FEW)
                .fetch(mapping(NextVisit::new));
    }

    private List<String> keys(UUID resident) {
        return db.select(KEY.TAG)
                .from(KEY_CUSTODY)
                .join(KEY)
                .on(KEY.ID.eq(KEY_CUSTODY.KEY_ID))
                .where(KEY_CUSTODY.RESIDENT_ID.eq(resident))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .orderBy(KEY.TAG)
                .limit(MOST_KEYS)
                .fetch(KEY.TAG);
    }

    private List<LastContact> contacts(UUID resident, Condition which) {
        return db.select(
                        CONTACT.NUMBER,
                        CONTACT.CHANNEL,
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        CONTACT.STATE,
                        CONTACT.ARRIVED_AT)
                .from(CONTACT)
                .where(CONTACT.RESIDENT_ID.eq(resident))
                .and(which)
                .orderBy(CONTACT.ARRIVED_AT.desc())
                .limit(LAST)
                .fetch(mapping(LastContact::new));
    }

    private List<Localized> notices(@Nullable UUID home, OffsetDateTime now) {
        return db.select(row(NOTICE.TITLE_FI, NOTICE.TITLE_SV, NOTICE.TITLE_EN).mapping(Localized::new))
                .from(NOTICE)
                .join(HOME)
                .on(HOME.BUILDING_ID.eq(NOTICE.BUILDING_ID))
                .where(HOME.ID.eq(home))
                .and(Ranges.lower(NOTICE.SHOWN).le(now))
                .and(Ranges.upper(NOTICE.SHOWN).gt(now))
                .orderBy(Ranges.lower(NOTICE.SHOWN).desc())
                .limit(LAST)
                .fetch(mapping(one -> one));
    }
}
