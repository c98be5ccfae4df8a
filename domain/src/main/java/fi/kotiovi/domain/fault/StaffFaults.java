package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a fault for somebody who tells it on the phone. What follows is the same as when the resident files it. */
@Service
public class StaffFaults {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final FaultCheck check;
    private final NewFaults faults;
    private final MyFaults known;

    StaffFaults(DSLContext db, Callers callers, Clock clock, FaultCheck check, NewFaults faults, MyFaults known) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.check = check;
        this.faults = faults;
        this.known = known;
    }

    /**
     * Once per submission.
     *
     * @param home where the resident lives now; photos cannot come by phone
     */
    @Transactional
    public Filing file(UUID resident, UUID home, ReportFault report) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var gaps = check.gaps(report);
        if (!gaps.isEmpty()) {
            return new Filing.Incomplete(gaps);
        }
        var filed = faults.file(report, whose(resident, home, me.id()));
        return new Filing.Filed(filed.orElseGet(() -> known.ofSubmission(report.submission(), resident)));
    }

    private NewFaults.Whose whose(UUID resident, UUID home, UUID clerk) {
        return db.select(val(resident), HOME.ID, BUILDING.ID, BUILDING.CREW_ID, BUILDING.OFFICE_ID, val(clerk))
                .from(TENANCY_RESIDENT)
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(resident))
                .and(HOME.ID.eq(home))
                .and(Ranges.notOver(TENANCY.DURING, Helsinki.today(clock)))
                .limit(1)
                .fetchOptional(mapping(NewFaults.Whose::new))
                .orElseThrow(() -> new NotAllowedException("Nobody reports a fault of somebody else's home."));
    }
}
