package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.OFFICE;

import fi.kotiovi.domain.visit.Refusal.Rule;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether somebody else may come instead of the resident: the office decides, and some matters need the person. */
@Component
class ProxyRules {
    private final DSLContext db;

    ProxyRules(DSLContext db) {
        this.db = db;
    }

    /** Why nobody else may come; empty when somebody may. */
    Optional<Refusal> refusal(VisitType type, UUID office) {
        if (!type.byProxy()) {
            return Optional.of(Refusal.of(Rule.NO_PROXY_FOR_MATTER, 0));
        }
        return db.fetchExists(OFFICE, OFFICE.ID.eq(office).and(OFFICE.PROXY_ALLOWED))
                ? Optional.empty()
                : Optional.of(Refusal.of(Rule.NO_PROXY_AT_OFFICE, 0));
    }

    Optional<Refusal> refusal(VisitType type, Attending attending, UUID office) {
        if (attending.proxyName() == null) {
            return Optional.empty();
        }
        return attending.isNamed() ? refusal(type, office) : Optional.of(Refusal.of(Rule.PROXY_WITHOUT_NAME, 0));
    }
}
