package fi.kotiovi.backoffice.key;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.key.EarlyLease;
import fi.kotiovi.domain.key.KeyHandovers;
import fi.kotiovi.domain.key.KeyPreparations;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.domain.key.KeyWalkIns;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a counter needs of the key room, in one hand. */
@Component
public class KeyDesk {
    private final KeyRoom room;
    private final KeyHandovers handovers;
    private final KeyPreparations preparations;
    private final KeyWalkIns walkIns;
    private final Callers callers;

    KeyDesk(KeyRoom room, KeyHandovers handovers, KeyPreparations preparations, KeyWalkIns walkIns, Callers callers) {
        this.room = room;
        this.handovers = handovers;
        this.preparations = preparations;
        this.walkIns = walkIns;
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

    public KeyWalkIns walkIns() {
        return walkIns;
    }

    /** Keys before the lease, for a booked visit. */
    public EarlyPickup.Agreement agreement(UUID visit) {
        return new EarlyPickup.Agreement() {
            @Override
            public Optional<EarlyLease> early() {
                return preparations
                        .of(visit)
                        .flatMap(ready -> Optional.ofNullable(ready.leaseStart())
                                .map(start -> new EarlyLease(start, ready.agreedEarly())));
            }

            @Override
            public void agree(String reason) {
                handovers.agreeEarly(visit, reason);
            }
        };
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
