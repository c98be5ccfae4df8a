package fi.kotiovi.domain.identity;

import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person on whose behalf something is done. Travels with the session, hence serializable. */
public sealed interface Caller extends Serializable {
    UUID id();

    String givenName();

    Language language();

    /** Somebody who lives, lived or will live in one of our homes. */
    record Resident(UUID id, String givenName, Language language) implements Caller {}

    /** Somebody who works here; sees what the roles allow. */
    record Staff(
            UUID id,
            String givenName,
            String familyName,
            Language language,
            Set<StaffRole> roles,
            @Nullable UUID officeId,
            @Nullable UUID crewId)
            implements Caller {
        public Staff {
            roles = Set.copyOf(roles);
        }

        public boolean isAny(StaffRole... wanted) {
            for (var role : wanted) {
                if (roles.contains(role)) {
                    return true;
                }
            }
            return false;
        }
    }
}
