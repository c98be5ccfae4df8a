package fi.kotiovi.domain.search;

import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.CREW;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.FOREMAN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.StaffRole.ON_CALL;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;

/** What is found together, and who may see it: the same roles as open its pages. */
public enum Group {
    CONTACTS(AGENT, DESK, MANAGER),
    RESIDENTS(AGENT, DESK, MANAGER),
    HOMES(AGENT, DESK, MANAGER, FOREMAN),
    FAULTS(AGENT, DESK, MANAGER, FOREMAN, CREW, ON_CALL),
    VISITS(AGENT, DESK, MANAGER),
    KEYS(DESK, MANAGER),
    KNOWLEDGE(StaffRole.values());

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<StaffRole> roles;

    Group(StaffRole... roles) {
        this.roles = List.of(roles);
    }

    /** Visits and keys belong to an office: whoever has none sees none. */
    boolean isFor(Caller.Staff me) {
        return roles.stream().anyMatch(me::isAny) && (me.officeId() != null || (this != VISITS && this != KEYS));
    }

    StaffRole[] roles() {
        return roles.toArray(StaffRole[]::new);
    }
}
