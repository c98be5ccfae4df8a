package fi.kotiovi.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.backoffice.shell.Texts;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTest {
    private final LetterWriter writer = new LetterWriter(
            new Texts(),
            new MailSettings(
                    "kotiovi@kotiovi.example",
                    "http://portal.example",
                    "http://office.example",
                    true,
                    "127.0.0.1",
                    25,
                    "",
                    "",
                    ""));

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_letter_is_complete_in_every_language(Language language) {
        for (var letter : Letters.all(language)) {
            var mail = writer.write(letter);
            assertThat(PlainText.of(mail) + mail.subject())
                    .as("%s in %s", letter.kind(), language)
                    .doesNotContain("mail.")
                    .doesNotContain("{")
                    .contains("Aino")
                    .contains("http://");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_a_resident_typed_is_never_markup(Language language) {
        for (var letter : Letters.all(language)) {
            assertThat(HtmlFrame.of(writer.write(letter)))
                    .as("%s in %s", letter.kind(), language)
                    .doesNotContain("<script")
                    .doesNotContain("alert('x')");
        }
    }

    @Test
    void links_lead_to_the_right_page() {
        assertThat(link(NotificationKind.FAULT_CHANGED, Letters.fault(FaultState.DONE)))
                .startsWith("http://portal.example/faults/");
        assertThat(link(NotificationKind.VISIT_CONFIRMED, Letters.visit()))
                .isEqualTo("http://portal.example/v/" + Letters.LINK);
        assertThat(link(NotificationKind.ALERT, Letters.alert())).isEqualTo("http://office.example/alerts");
    }

    @Test
    void a_calendar_entry_does_not_carry_the_link_that_opens_the_visit_without_signing_in() {
        var invitation = mail(NotificationKind.VISIT_CONFIRMED, Letters.visit())
                .invitation()
                .orElseThrow();
        assertThat(invitation.toIcs(Instant.EPOCH))
                .doesNotContain(Letters.LINK.toString().substring(0, 8));
    }

    @Test
    void dates_are_written_as_people_write_them() {
        assertThat(subject(Language.FI)).contains("ti 24.11. klo 9.20");
        assertThat(subject(Language.SV)).contains("24.11. kl. 9.20");
        assertThat(subject(Language.EN)).contains("Tue 24 Nov 9:20");
    }

    @Test
    void T04_the_time_is_that_of_the_office_wherever_the_machine_stands() {
        var home = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(subject(Language.FI)).contains("ti 24.11. klo 9.20");
            assertThat(mail(NotificationKind.VISIT_CONFIRMED, Letters.visit())
                            .invitation()
                            .orElseThrow()
                            .toIcs(Instant.EPOCH))
                    .contains("DTSTART;TZID=Europe/Helsinki:20261124T092000");
        } finally {
            TimeZone.setDefault(home);
        }
    }

    @Test
    void a_reminder_carries_no_calendar_entry_and_a_cancellation_does() {
        assertThat(mail(NotificationKind.VISIT_REMINDER, Letters.visit()).invitation())
                .isEmpty();
        assertThat(mail(NotificationKind.VISIT_CANCELLED, Letters.visit()).invitation())
                .hasValueSatisfying(
                        invitation -> assertThat(invitation.cancelled()).isTrue());
    }

    @Test
    void a_text_message_fits_into_one() {
        var alert = Letters.alert();
        var text = writer.shortly(Letters.letter(NotificationKind.ALERT, Language.FI, alert));
        assertThat(text).contains("HÄLYTYS", "Lehmuskuja 4 B 27", "http://office.example/alerts");
        assertThat(text.length()).isLessThan(160);
    }

    private String subject(Language language) {
        return writer.write(Letters.letter(NotificationKind.VISIT_CONFIRMED, language, Letters.visit()))
                .subject();
    }

    private String link(NotificationKind kind, Letter.Content content) {
        return mail(kind, content).link();
    }

    private Mail mail(NotificationKind kind, Letter.Content content) {
        return writer.write(Letters.letter(kind, Language.FI, content));
    }
}
