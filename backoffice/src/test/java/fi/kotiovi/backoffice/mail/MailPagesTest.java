package fi.kotiovi.backoffice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.contact.QueueView;
import fi.kotiovi.backoffice.notification.MailSettings;
import fi.kotiovi.backoffice.notification.SentView;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.mail.MailboxUpkeep;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the office sees of mail: who wrote, what it may belong to, what was folded, and what could not be read. */
class MailPagesTest extends OfficeTest {
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2020, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    private MailboxUpkeep mailboxes;

    @Autowired
    private MailFiler filer;

    @Autowired
    private MailSettings settings;

    @Autowired
    private ContactQueue queue;

    @BeforeEach
    void a_mailbox() {
        mailboxes.lease(settings.from(), UUID.randomUUID());
    }

    @AfterEach
    void nothing_is_left() {
        owner().update("update contact set state = 'ANSWERED', owner_id = null, lease_until = null"
                + " where state in ('NEW', 'TAKEN') and sender_address is not null");
        owner().update("update inbound_mail set state = 'IGNORED' where state = 'QUARANTINED'");
        owner().update("delete from staff_has_role where role = 'MANAGER'"
                + " and staff_id = (select staff_id from staff_account where username = 'aalto')");
    }

    @Test
    void the_line_and_the_page_say_who_wrote_and_from_where() {
        files("liisa@mail.example", settings.from(), "Uusi koti", "Haen asuntoa.\n\n> Vanha kysymys");
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            assertThat(spans(oja)).contains("Uusi koti", "Liisa L", "sähköposti");
            press(oja, "Ota seuraava");
            assertThat(texts(oja)).contains("Haen asuntoa.", "liisa@mail.example");
            assertThat(oja.find(NativeDetails.class).single().getSummaryText()).isEqualTo("Aiempi viestinvaihto");
        }
    }

    @Test
    void M03_a_hint_is_one_click_away_from_being_true() {
        files("liisa@mail.example", settings.from(), "Uusi koti", "Haen asuntoa.");
        var first = owner().queryForMap("select id, number from contact order by id desc limit 1");
        owner().update("update contact set state = 'ANSWERED' where id = ?", first.get("id"));
        files("puoliso@mail.example", settings.from(), "Liittyy: " + first.get("number"), "Lähetän saman paperin.");
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            assertThat(texts(oja))
                    .contains("Lähetän saman paperin.", "Kuuluu ehkä asiaan " + first.get("number"))
                    .doesNotContain("Haen asuntoa.");
            press(oja, "Yhdistä siihen");
            assertThat(as("oja", queue::inHand)).isEmpty();
            assertThat(as("oja", queue::takeNext)).hasValueSatisfying(next -> {
                assertThat(next.id()).isEqualTo(first.get("id"));
                assertThat(next.arrivedAt().toInstant()).isEqualTo(LONG_AGO.toInstant());
            });
            var elsewhere = office.newUser(signedIn("oja")).newWindow();
            elsewhere.navigate(QueueView.class);
            assertThat(texts(elsewhere)).contains("Haen asuntoa.", "Lähetän saman paperin.");
        }
    }

    @Test
    void M15_what_could_not_be_read_waits_for_a_manager_who_tries_again() {
        files("rikki@mail.example", settings.from(), "Rikki", "x");
        owner().update(
                        "update inbound_mail set state = 'QUARANTINED', reason = 'Ei avaudu', attempts = 3, contact_id = null"
                                + " where sender_address = 'rikki@mail.example'");
        owner().update("insert into staff_has_role (staff_id, role)"
                + " select staff_id, 'MANAGER' from staff_account where username = 'aalto'");
        try (var office = office()) {
            var manager = office.newUser(signedIn("aalto")).newWindow();
            manager.navigate(SentView.class);
            assertThat(manager.find(Anchor.class)
                            .withText("Yksi viesti jäi lukematta")
                            .all())
                    .hasSize(1);
            manager.navigate(UnreadMailView.class);
            assertThat(manager.find(H1.class).single().getText()).isEqualTo("Yksi viesti jäi lukematta");
            assertThat(texts(manager)).contains("Ei avaudu");
            press(manager, "Näytä alku");
            assertThat(texts(manager)).contains("Subject: Rikki");
            press(manager, "Kokeile uudelleen");
            assertThat(manager.find(H1.class).single().getText()).isEqualTo("Kaikki posti on luettu");
        }
    }

    /** So old that it stands first in the line. */
    private void files(String from, String to, String subject, String text) {
        var id = "<" + UUID.randomUUID() + "@mail.example>";
        var raw = """
                From: Liisa L <%s>
                To: %s
                Subject: %s
                Message-ID: %s
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, to, subject, id, text);
        mailboxes.store(settings.from(), id, raw.getBytes(StandardCharsets.UTF_8), LONG_AGO);
        assertThat(filer.fileDue()).isEqualTo(1);
    }

    private static String texts(BrowserlessUIContext window) {
        return window.find(Paragraph.class).all().stream()
                .map(Paragraph::getText)
                .toList()
                .toString();
    }

    private static String spans(BrowserlessUIContext window) {
        return window.find(Span.class).all().stream()
                .map(Span::getText)
                .toList()
                .toString();
    }
}
