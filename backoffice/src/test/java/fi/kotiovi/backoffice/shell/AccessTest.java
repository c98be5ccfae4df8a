package fi.kotiovi.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.SignIns;
import fi.kotiovi.vocabulary.Realm;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class AccessTest extends OfficeTest {
    @Autowired
    private StaffAuthentication authentication;

    @Autowired
    private SignIns signIns;

    @ParameterizedTest
    @CsvSource({
        "oja, desk",
        "oja, keys",
        "oja, work",
        "lehto, queue",
        "lehto, desk",
        "lehto, keys",
        "lehto, sent",
        "laine, work",
        "niemi, queue",
        "niemi, keys",
        "hakala, queue",
        "hakala, desk",
        "hakala, keys",
        "hakala, work"
    })
    void a_page_of_another_job_stays_closed(String username, String path) {
        try (var office = office()) {
            var window = office.newUser(signedIn(username)).newWindow();
            UI.getCurrent().navigate(path);
            assertThat(window.getCurrentView()).isInstanceOfAny(NotFoundView.class, DeniedView.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "oja, QUEUE",
        "aalto, QUEUE",
        "laine, DESK",
        "lehto, WORK",
        "niemi, ALERTS",
        "virta, ALERTS",
        "hakala, SENT"
    })
    void everybody_begins_where_their_work_is(String username, Section first) {
        assertThat(StartView.firstPage(staff(username))).isEqualTo(first);
    }

    @Test
    void the_right_password_lets_in_with_the_roles() {
        var signedIn = authentication.authenticate(attempt("laine", "kotiovi-demo"));
        assertThat(signedIn.getPrincipal()).isInstanceOf(Caller.Staff.class);
        assertThat(signedIn.getAuthorities()).extracting("authority").containsExactly("ROLE_DESK");
    }

    @Test
    void five_wrong_guesses_close_the_account_for_a_quarter_of_an_hour() {
        for (int guess = 0; guess < 5; guess++) {
            Assertions.assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> authentication.authenticate(attempt("salmi", "arvaus")));
        }
        Assertions.assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> authentication.authenticate(attempt("salmi", "kotiovi-demo")));
        assertThat(signIns.begin(Realm.STAFF, "laine", "10.0.0.1")).isPresent();
        owner().update("delete from sign_in_attempt");
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() {
        var known = time("laine");
        var unknown = time("eikukaan");
        assertThat(unknown).isBetween(known.dividedBy(4), known.multipliedBy(4));
        owner().update("delete from sign_in_attempt");
    }

    private Duration time(String username) {
        var start = System.nanoTime();
        Assertions.assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> authentication.authenticate(attempt(username, "arvaus")));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static UsernamePasswordAuthenticationToken attempt(String username, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    }
}
