package fi.kotiovi.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.attachment.Upload;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.vocabulary.NotificationLane;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters on their way, against servers that take them, that refuse them, and that say nothing at all. */
class NotificationSenderTest extends OfficeTest {
    @Autowired
    private NotificationSender sender;

    @Autowired
    private GreenMail server;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private LetterWriter writer;

    @Autowired
    private MailSettings settings;

    @Autowired
    private Clock clock;

    @Autowired
    private ContactQueue queue;

    @Autowired
    private Answers answers;

    @Autowired
    private JavaMailSender mailSender;

    @Autowired
    private Attachments attachments;

    @BeforeEach
    void empty_the_outbox() throws Exception {
        // also what an answer of another test sets free only in a moment
        owner().update("update notification set state = 'SKIPPED', lease_until = null where state <> 'SENT'");
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void an_answer_goes_out_once_with_its_own_id_and_without_the_note() throws Exception {
        var contact = answerNext("Kyllä onnistuu.", "SISÄINEN: tarkista ensin vuokra");
        assertThat(sender.sendDue(NotificationLane.NORMAL)).isEqualTo(1);
        assertThat(sender.sendDue(NotificationLane.NORMAL)).isZero();

        var mail = onlyMail();
        assertThat(mail.getMessageID()).isEqualTo("<" + notificationOf(contact) + "@kotiovi.example>");
        assertThat(mail.getHeader("Auto-Submitted")).as("a person wrote it").isNull();
        assertThat(String.valueOf(mail.getReplyTo()[0]))
                .as("an answer finds its way")
                .startsWith("kotiovi+c-");
        assertThat(parts(mail)).containsExactly("text/plain", "text/html");
        assertThat(textOf(mail)).contains("Kyllä onnistuu.").doesNotContain("SISÄINEN");
        assertThat(stateOf(contact)).containsEntry("state", "SENT");
    }

    @Test
    void an_answer_takes_its_files_along() throws Exception {
        var pdf = "%PDF-1.7 the rules of the sauna".getBytes(StandardCharsets.US_ASCII);
        var file = as("oja", () -> ((Upload.Kept) attachments.keepFile("Säännöt.pdf", pdf)).attachment());
        answerNext("Säännöt liitteenä.", "", List.of(file.id()));
        sender.sendDue(NotificationLane.NORMAL);
        var parts = (MimeMultipart) onlyMail().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        var enclosed = parts.getBodyPart(1);
        assertThat(enclosed.getContentType()).startsWith("application/pdf");
        assertThat(MimeUtility.decodeText(enclosed.getFileName())).isEqualTo("Säännöt.pdf");
        assertThat(enclosed.getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void a_booking_brings_its_calendar_entry() throws Exception {
        var visit = visitWithLetter("VISIT_CONFIRMED", "BOOKED");
        sender.sendDue(NotificationLane.NORMAL);
        var mail = onlyMail();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(parts(mail)).containsExactly("text/plain", "text/html", "text/calendar");
        var calendar = ((MimeMultipart) mail.getContent()).getBodyPart(2);
        assertThat(calendar.getContentType()).contains("method=REQUEST").contains("charset=UTF-8");
        assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("UID:visit-" + visit + "@kotiovi", "METHOD:REQUEST");
    }

    @Test
    void a_refused_letter_waits_and_tries_again() {
        var contact = answerNext("Hei!", "");
        var deaf = senderTo(MailConfiguration.sender("127.0.0.1", closedPort()));
        assertThat(deaf.sendDue(NotificationLane.NORMAL)).isEqualTo(1);
        assertThat(stateOf(contact)).containsEntry("state", "PENDING").containsEntry("attempts", 1);
        assertThat(String.valueOf(stateOf(contact).get("reason"))).isNotBlank();
        makeDue(contact);
        sender.sendDue(NotificationLane.NORMAL);
        assertThat(stateOf(contact)).containsEntry("state", "SENT").containsEntry("attempts", 2);
    }

    @Test
    void a_server_that_says_nothing_frees_the_thread_M18() throws IOException {
        var contact = answerNext("Hei!", "");
        try (var blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var patient = MailConfiguration.sender("127.0.0.1", blackHole.getLocalPort());
            patient.getJavaMailProperties().put("mail.smtp.timeout", "700");
            var before = Instant.now();
            senderTo(patient).sendDue(NotificationLane.NORMAL);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(6));
        }
        assertThat(stateOf(contact)).containsEntry("state", "PENDING");
        makeDue(contact);
        sender.sendDue(NotificationLane.NORMAL);
    }

    @Test
    void every_wait_has_an_end() {
        assertThat(((JavaMailSenderImpl) mailSender).getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "20000")
                .containsEntry("mail.smtp.writetimeout", "20000");
    }

    private NotificationSender senderTo(JavaMailSender elsewhere) {
        return new NotificationSender(
                dispatch, writer, new Messages(elsewhere, settings, clock), elsewhere, (phone, text) -> {}, settings);
    }

    /** Answers somebody who can be mailed; the rest of the line is closed on the way. */
    private UUID answerNext(String text, String note) {
        return answerNext(text, note, List.of());
    }

    private UUID answerNext(String text, String note, List<UUID> files) {
        return as("oja", () -> {
            while (true) {
                var contact = queue.takeNext().orElseThrow();
                var seen = answers.thread(contact.id()).getLast().id();
                if (!note.isEmpty()) {
                    answers.note(contact.id(), note);
                }
                var mails = owner().queryForObject(
                                "select count(*) from contact c join resident r on r.id = c.resident_id"
                                        + " where c.id = ? and r.email is not null",
                                Integer.class,
                                contact.id());
                answers.answer(contact.id(), new WriteAnswer(UUID.randomUUID(), text, files), seen, Ending.CLOSED);
                if (Integer.valueOf(1).equals(mails)) {
                    // past the moment in which it can be held back
                    makeDue(contact.id());
                    return contact.id();
                }
            }
        });
    }

    private UUID visitWithLetter(String kind, String state) {
        return Objects.requireNonNull(owner().queryForObject("""
                with v as (update visit set state = ?::visit_state where id = (
                    select v.id from visit v join resident r on r.id = v.resident_id where r.email is not null
                    and v.state = 'BOOKED' limit 1) returning id, resident_id, ics_sequence)
                insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state, created_at, due_at)
                select ?::notification_kind, v.id, v.ics_sequence, 'MAIL', 'NORMAL', 'again-' || r.email, r.language, r.id, 'PENDING', now(), now()
                from v join resident r on r.id = v.resident_id returning cause_id""", UUID.class, state, kind));
    }

    private static void makeDue(UUID cause) {
        owner().update("update notification set due_at = now() where cause_id = ?", cause);
    }

    private static Map<String, @Nullable Object> stateOf(UUID cause) {
        return owner().queryForMap(
                        "select state::text, attempts, reason from notification where cause_id = ? order by created_at desc limit 1",
                        cause);
    }

    private static UUID notificationOf(UUID cause) {
        return Objects.requireNonNull(owner().queryForObject(
                        "select id from notification where cause_id = ? order by created_at desc limit 1",
                        UUID.class,
                        cause));
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static List<String> parts(MimeMessage mail) throws MessagingException, IOException {
        var multipart = (MimeMultipart) mail.getContent();
        var types = new ArrayList<String>();
        for (int i = 0; i < multipart.getCount(); i++) {
            types.add(multipart.getBodyPart(i).getContentType().split(";", 2)[0]);
        }
        return types;
    }

    private static String textOf(MimeMessage mail) throws MessagingException, IOException {
        var multipart = (MimeMultipart) mail.getContent();
        return Arrays.asList(
                        multipart.getBodyPart(0).getContent(),
                        multipart.getBodyPart(1).getContent())
                .toString();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
