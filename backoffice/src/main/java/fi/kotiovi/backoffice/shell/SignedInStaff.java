package fi.kotiovi.backoffice.shell;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.SignedIn;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the domain which member of staff this request belongs to. */
@Component
public class SignedInStaff implements SignedIn {
    @Override
    public Optional<Caller> caller() {
        return staff().map(Caller.class::cast);
    }

    public Optional<Caller.Staff> staff() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller.Staff staff
                ? Optional.of(staff)
                : Optional.empty();
    }
}
