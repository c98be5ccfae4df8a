package fi.kotiovi.domain.fault;

import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files fault reports. A report is a work order of the building's crew at once; an urgent one raises an alert too. All
 * of it in one transaction, and once however often the button is pressed.
 */
@Service
public class FaultReports {
    private final Callers callers;
    private final FaultCheck check;
    private final NewFaults faults;
    private final MyFaults mine;
    private final Residents residents;
    private final Attachments attachments;

    FaultReports(
            Callers callers,
            FaultCheck check,
            NewFaults faults,
            MyFaults mine,
            Residents residents,
            Attachments attachments) {
        this.callers = callers;
        this.check = check;
        this.faults = faults;
        this.mine = mine;
        this.residents = residents;
        this.attachments = attachments;
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
        var whose = new NewFaults.Whose(
                me.id(),
                home.id(),
                home.buildingId(),
                home.crewId(),
                home.office().id(),
                null);
        var filed = faults.file(report, whose);
        if (filed.isPresent()) {
            attachments.belongToFault(filed.get().id(), report.photos());
            return new Filing.Filed(filed.get());
        }
        var before = mine.ofSubmission(report.submission(), me.id());
        // Two windows may share a draft: what says something else is another report, whatever its submission.
        return before.description().equals(report.description())
                ? new Filing.Filed(before)
                : file(report.as(UUID.randomUUID()));
    }
}
