package fi.kotiovi.domain.identity;

import java.util.Optional;

/** How an application says who is signed in on this thread. */
@FunctionalInterface
public interface SignedIn {
    Optional<Caller> caller();
}
