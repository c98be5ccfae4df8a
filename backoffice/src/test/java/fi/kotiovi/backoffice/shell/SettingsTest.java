package fi.kotiovi.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.kotiovi.backoffice.shell.Settings.WrongSettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void the_demos_mail_server_is_there_for_whoever_asks_for_it() {
        assertThat(Settings.from(Map.of("KOTIOVI_DEMO_MAIL", "true")))
                .containsEntry("server.port", "8081")
                .containsEntry("kotiovi.mail.demo", true)
                .containsEntry("kotiovi.mail.portal-url", "http://localhost:8080");
    }

    @Test
    void a_mail_server_ends_the_demo_mail() {
        assertThat(Settings.from(Map.of("KOTIOVI_SMTP_HOST", "smtp.example.org")))
                .containsEntry("kotiovi.mail.demo", false)
                .containsEntry("kotiovi.mail.host", "smtp.example.org");
    }

    @Test
    void https_makes_the_cookie_secure() {
        assertThat(Settings.from(
                        Map.of("KOTIOVI_OFFICE_URL", "https://toimisto.example/", "KOTIOVI_DEMO_MAIL", "true")))
                .containsEntry("server.servlet.session.cookie.secure", true)
                .containsEntry("kotiovi.mail.office-url", "https://toimisto.example");
    }

    @ParameterizedTest
    @CsvSource({
        "KOTIOVI_OFFICE_PORT, 99999",
        "KOTIOVI_OFFICE_PORT, abc",
        "KOTIOVI_SMTP_PORT, -1",
        "KOTIOVI_DB_URL, jdbc:mysql://localhost/x",
        "KOTIOVI_PORTAL_URL, kotiovi",
        "KOTIOVI_OFFICE_URL, ftp://x",
        "KOTIOVI_MAIL_FROM, nobody",
        "KOTIOVI_DEMO_MAIL, perhaps"
    })
    void a_wrong_setting_is_named_in_one_sentence(String name, String value) {
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> Settings.from(Map.of(name, value)))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(name)
                        .endsWith(".")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "KOTIOVI_IMAP_TLS, perhaps",
        "KOTIOVI_IMAP_PORT, 70000",
        "KOTIOVI_MAIL_SECRET, short",
    })
    void a_mailbox_with_a_wrong_setting_is_refused(String name, String value) {
        var given = new HashMap<>(Map.of(
                "KOTIOVI_SMTP_HOST", "smtp.example.org",
                "KOTIOVI_IMAP_HOST", "imap.example.org",
                "KOTIOVI_MAIL_SECRET", "long enough to guess nothing"));
        given.put(name, value);
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> Settings.from(given))
                .withMessageContaining(name);
    }

    @Test
    void no_mail_comes_in_and_no_answer_is_asked_for_until_somebody_names_a_mailbox() {
        assertThat(Settings.from(
                        Map.of("KOTIOVI_SMTP_HOST", "smtp.example.org", "KOTIOVI_MAIL_SECRET", "unused, unused")))
                .containsEntry("kotiovi.inbox.host", "")
                .containsEntry("kotiovi.mail.secret", "");
    }

    @Test
    void mail_details_without_a_server_are_refused() {
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> Settings.from(Map.of("KOTIOVI_SMTP_USER", "kotiovi")))
                .withMessageContaining("KOTIOVI_SMTP_HOST");
    }
}
