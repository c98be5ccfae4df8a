package fi.kotiovi.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailIdentityTest {
    private static final MailIdentity US = Mails.US;

    @Test
    void a_token_of_ours_is_known_in_an_address_and_in_a_reference() {
        for (var place : new String[] {US.replyTo("C-26-000123"), US.root("C-26-000123")}) {
            assertThat(US.tokenIn(place)).hasValueSatisfying(token -> {
                assertThat(token.number()).isEqualTo("C-26-000123");
                assertThat(token.genuine()).isTrue();
            });
        }
    }

    @Test
    void a_mail_program_that_shouts_does_not_break_it() {
        assertThat(US.tokenIn(US.replyTo("C-26-000123").toUpperCase(Locale.ROOT)))
                .hasValueSatisfying(token -> assertThat(token.genuine()).isTrue());
    }

    @Test
    void a_token_for_another_number_or_of_another_house_is_forged() {
        var forged = US.replyTo("C-26-000123").replace("000123", "000124");
        assertThat(US.tokenIn(forged))
                .hasValueSatisfying(token -> assertThat(token.genuine()).isFalse());
        var others = new MailIdentity(US.address(), "another secret").replyTo("C-26-000123");
        assertThat(US.tokenIn(others))
                .hasValueSatisfying(token -> assertThat(token.genuine()).isFalse());
        assertThat(US.tokenIn("asunnot+terveisia@kotiovi.example")).isEmpty();
    }

    @Test
    void an_address_for_answers_is_ours_and_fits_where_addresses_go() {
        var address = US.replyTo("C-26-1234567890");
        assertThat(US.isOurs(address)).isTrue();
        assertThat(address.indexOf('@')).as("RFC 5321 allows 64 characters").isLessThan(65);
        assertThat(US.toString()).doesNotContain("secret");
    }
}
