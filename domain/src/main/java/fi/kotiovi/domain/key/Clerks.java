package fi.kotiovi.domain.key;

import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who stands in which key room; whoever belongs to no office has no key room. */
@Component
class Clerks {
    private final Callers callers;

    Clerks(Callers callers) {
        this.callers = callers;
    }

    Clerk here() {
        return in(DESK, MANAGER);
    }

    Clerk manager() {
        return in(MANAGER);
    }

    private Clerk in(StaffRole... roles) {
        var me = callers.staff(roles);
        var office = me.officeId();
        if (office == null) {
            throw new NotAllowedException("Somebody without an office has no key room.");
        }
        return new Clerk(me.id(), office);
    }

    /** A member of staff in the key room of an office. */
    record Clerk(UUID id, UUID office) {}
}
