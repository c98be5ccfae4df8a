package fi.kotiovi.portal.shell;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.SignedIn;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the domain which resident this request belongs to. */
@Component
class SignedInResident implements SignedIn {
    @Override
    public Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller.Resident resident
                ? Optional.of(resident)
                : Optional.empty();
    }
}
