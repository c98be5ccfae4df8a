package fi.kotiovi.domain.calendar;

import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who decides what an office publishes: its manager, and the administrator everywhere. */
@Component
public class CalendarLeads {
    private final Callers callers;

    CalendarLeads(Callers callers) {
        this.callers = callers;
    }

    /**
     * The caller, who decides there.
     *
     * @throws NotAllowedException when the caller does not
     */
    public Caller.Staff of(UUID office) {
        var me = callers.staff(MANAGER, ADMIN);
        if (!me.isAny(ADMIN) && !office.equals(me.officeId())) {
            throw new NotAllowedException("The calendar of another office.");
        }
        return me;
    }
}
