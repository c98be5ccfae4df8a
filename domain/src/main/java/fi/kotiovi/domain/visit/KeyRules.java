package fi.kotiovi.domain.visit;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.visit.Refusal.Rule;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Nobody comes for keys in vain: whether there is something to fetch for a resident, and from which date on. */
@Component
class KeyRules {
    private static final String KEY_PICKUP = "KEY_PICKUP";
    private static final String EXTRA_KEY_PICKUP = "EXTRA_KEY_PICKUP";

    private final DSLContext db;

    KeyRules(DSLContext db) {
        this.db = db;
    }

    /** Why such a visit is of no use now, whatever the time; empty when it is. */
    Optional<Refusal> nothingToFetch(VisitType type, MyHome home) {
        return switch (type.code()) {
            case KEY_PICKUP -> waits(home, false) ? Optional.empty() : Optional.of(Refusal.of(Rule.NO_KEYS, 0));
            case EXTRA_KEY_PICKUP ->
                waits(home, true) ? Optional.empty() : Optional.of(Refusal.of(Rule.NO_EXTRA_KEY, 0));
            default -> Optional.empty();
        };
    }

    /** Why such a visit cannot be at that time; empty when it can. */
    Optional<Refusal> tooEarly(VisitType type, MyHome home, OffsetDateTime start) {
        return type.code().equals(KEY_PICKUP) && Helsinki.dateOf(start).isBefore(home.since())
                ? Optional.of(new Refusal(Rule.BEFORE_LEASE, null, null, 0, home.since()))
                : Optional.empty();
    }

    private boolean waits(MyHome home, boolean extra) {
        return Boolean.TRUE.equals(Routines.keysWaitForMe(
                db.configuration(), home.id(), home.office().id(), extra));
    }
}
