package fi.kotiovi.portal.shell;

import fi.kotiovi.domain.identity.Account;
import fi.kotiovi.domain.identity.SignIns;
import fi.kotiovi.vocabulary.Realm;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Checks a resident's password. Takes as long for a name that does not exist as for one that does. */
@Component
class ResidentAuthentication implements AuthenticationProvider {
    static final String RESIDENT = "RESIDENT";

    private final SignIns signIns;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String hashOfNobody = String.valueOf(encoder.encode("nobody"));

    ResidentAuthentication(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return check(attempt);
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("The database does not answer", e);
        }
    }

    private Authentication check(Authentication attempt) {
        var username = Typed.keepable(attempt.getName());
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var begun = signIns.begin(Realm.RESIDENT, username, address)
                .orElseThrow(() -> new LockedException("Too many wrong passwords lately"));
        var account = signIns.ofResident(username);
        var right = encoder.matches(
                String.valueOf(attempt.getCredentials()),
                account.map(Account::passwordHash).orElse(hashOfNobody));
        var signedIn = account.filter(known -> right && known.enabled());
        if (signedIn.isPresent()) {
            signIns.succeeded(begun);
        }
        return signedIn.map(known -> UsernamePasswordAuthenticationToken.authenticated(
                        known.caller(), null, List.of(new SimpleGrantedAuthority("ROLE_" + RESIDENT))))
                .orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
