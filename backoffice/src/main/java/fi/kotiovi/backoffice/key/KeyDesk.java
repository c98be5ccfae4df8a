package fi.kotiovi.backoffice.key;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.key.KeyHandovers;
import fi.kotiovi.domain.key.KeyPreparations;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.vocabulary.StaffRole;
import org.springframework.stereotype.Component;

/** What a counter needs of the key room, in one hand. */
@Component
public class KeyDesk {
    private final KeyRoom room;
    private final KeyHandovers handovers;
    private final KeyPreparations preparations;
    private final Callers callers;

    KeyDesk(KeyRoom room, KeyHandovers handovers, KeyPreparations preparations, Callers callers) {
        this.room = room;
        this.handovers = handovers;
        this.preparations = preparations;
        this.callers = callers;
    }

    public KeyRoom room() {
        return room;
    }

    public KeyHandovers handovers() {
        return handovers;
    }

    public KeyPreparations preparations() {
        return preparations;
    }

    /** Whether whoever sits here may agree to keys before the lease. */
    public boolean mayAgree() {
        return callers.current()
                .filter(Caller.Staff.class::isInstance)
                .map(Caller.Staff.class::cast)
                .filter(me -> me.isAny(StaffRole.MANAGER))
                .isPresent();
    }
}
