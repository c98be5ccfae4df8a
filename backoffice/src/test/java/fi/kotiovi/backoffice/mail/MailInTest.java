package fi.kotiovi.backoffice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import fi.kotiovi.backoffice.notification.NotificationSender;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.mail.MailboxUpkeep;
import fi.kotiovi.vocabulary.NotificationLane;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the mail server into the line and back, against a real IMAP server and one that says nothing. */
class MailInTest extends OfficeTest {
    private static final String US = "kotiovi@kotiovi.example";

    @Autowired
    private GreenMail server;

    @Autowired
    private MailFetcher fetcher;

    @Autowired
    private MailFiler filer;

    @Autowired
    private NotificationSender sender;

    @Autowired
    private MailboxUpkeep mailboxes;

    @Autowired
    private InboxSettings settings;

    @Autowired
    private ContactQueue queue;

    @Autowired
    private Answers answers;

    @Autowired
    private Clock clock;

    @BeforeEach
    void an_empty_house() throws Exception {
        // also what an answer of another test sets free only in a moment
        owner().update("update notification set state = 'SKIPPED', lease_until = null where state <> 'SENT'");
        server.purgeEmailFromAllMailboxes();
        owner().update("update contact set state = 'ANSWERED', returned_reason = 'parked' where state = 'NEW'");
        owner().update("update mailbox set holder = null, lease_until = null");
    }

    @AfterEach
    void the_others_wait_again() {
        owner().update("update contact set state = 'ANSWERED', owner_id = null, lease_until = null"
                + " where state in ('NEW', 'TAKEN')");
        owner().update("update contact set state = 'NEW', returned_reason = '' where returned_reason = 'parked'");
    }

    @Test
    void a_letter_comes_in_is_answered_and_the_reply_finds_its_place() throws Exception {
        arrives(letter("maija@mail.example", US, "Parvekelasit", "<m1@mail.example>", "Saako lasittaa?"));
        comesIn();
        sender.sendDue(NotificationLane.NORMAL);
        var receipt = newestTo("maija@mail.example");
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(receipt.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(receipt.getHeader("In-Reply-To")).containsExactly("<m1@mail.example>");
        assertThat(receipt.getSubject()).startsWith("Re: Parvekelasit [C-");
        assertThat(GreenMailUtil.getWholeMessage(receipt)).contains("<m1@mail.example>");

        var contact = as("oja", () -> queue.takeNext().orElseThrow());
        assertThat(contact.residentName()).isEqualTo("Maija M");
        as("oja", () -> {
            answers.note(contact.id(), "SISÄINEN huomautus");
            var seen = answers.thread(contact.id()).getLast().id();
            return answers.answer(
                    contact.id(), WriteAnswer.of(UUID.randomUUID(), "Kyllä saa.\nTerveisin Oja"), seen, Ending.CLOSED);
        });
        assertThat(sender.sendDue(NotificationLane.NORMAL))
                .as("it may still be held back")
                .isZero();
        owner().update("update notification set due_at = now() where state = 'PENDING'");
        sender.sendDue(NotificationLane.NORMAL);
        var answer = newestTo("maija@mail.example");
        assertThat(answer.getHeader("Auto-Submitted")).as("a person wrote it").isNull();
        assertThat(answer.getSubject()).isEqualTo("Re: Parvekelasit [" + contact.number() + "]");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<m1@mail.example>");
        assertThat(answer.getHeader("References")[0])
                .startsWith("<" + contact.number().toLowerCase(Locale.ROOT) + ".")
                .contains("<m1@mail.example>", receipt.getMessageID());
        assertThat(body(answer)).contains("Kyllä saa.").doesNotContain("SISÄINEN");

        var token = ((InternetAddress) answer.getReplyTo()[0]).getAddress();
        arrives(letter(
                "maija@mail.example", token, "VS: Parvekelasit", "<m2@mail.example>", "Kiitos!\n\n> Kyllä saa."));
        comesIn();
        assertThat(as("oja", () -> answers.thread(contact.id())))
                .extracting(message -> message.body().strip())
                .containsExactly("Saako lasittaa?", "Kyllä saa.\nTerveisin Oja", "Kiitos!");
        assertThat(as("oja", () -> queue.waiting(0, 5)))
                .extracting(waiting -> waiting.id())
                .containsExactly(contact.id());
    }

    @Test
    void a_fetcher_that_died_before_it_could_move_a_letter_doubles_nothing() throws Exception {
        var letter = letter("toinen@mail.example", US, "Kerran", "<once@mail.example>", "Hei");
        var before = count("select count(*) from inbound_mail");
        arrives(letter);
        assertThat(fetcher.fetch()).isEqualTo(1);
        arrives(letter);
        assertThat(fetcher.fetch()).as("the server still had it").isZero();
        assertThat(count("select count(*) from inbound_mail")).isEqualTo(before + 1);
        filer.fileDue();
        filer.fileDue();
        assertThat(count("select count(*) from contact where sender_address = 'toinen@mail.example'"))
                .isEqualTo(1);
    }

    @Test
    void M15_a_letter_of_rubbish_waits_for_a_person_and_others_flow() throws Exception {
        arrives("From: rikki@mail.example\r\nTo: " + US + "\r\nMessage-ID: <bad@mail.example>\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n".repeat(300));
        arrives(letter("ehja@mail.example", US, "Ehjä", "<good@mail.example>", "Hei"));
        fetcher.fetch();
        for (int round = 0; round < 4; round++) {
            filer.fileDue();
            owner().update("update inbound_mail set due_at = now() where state = 'RECEIVED'");
        }
        assertThat(count("select count(*) from contact where sender_address = 'ehja@mail.example'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from inbound_mail where state = 'RECEIVED'"))
                .isZero();
    }

    @Test
    void M16_a_server_that_says_nothing_has_one_fetcher_and_lets_go_of_it() throws IOException {
        try (var blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = new MailFetcher(
                    settings.at("127.0.0.1", blackHole.getLocalPort()),
                    mailboxes,
                    clock,
                    new Inbox.Patience("500", "1500"));
            var begun = Instant.now();
            var first = threads.submit(hanging::fetch);
            while (count("select count(*) from mailbox where holder is not null") == 0) {
                Thread.onSpinWait();
            }
            assertThat(hanging.fetch()).as("the second does not even knock").isZero();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(1400));
            assertThat(catchThrowable(first::get)).isNull();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(count("select count(*) from mailbox where holder is null and trouble <> ''"))
                .isEqualTo(1);
        fetcher.fetch();
        assertThat(count("select count(*) from mailbox where trouble <> ''")).isZero();
    }

    @Test
    void a_bounce_is_seen_beside_the_letter_that_came_back() throws Exception {
        arrives(letter("kadonnut@mail.example", US, "Osoite", "<gone@mail.example>", "Hei"));
        comesIn();
        sender.sendDue(NotificationLane.NORMAL);
        var ours = newestTo("kadonnut@mail.example").getMessageID();
        arrives("""
                Return-Path: <>
                From: Mail Delivery System <mailer-daemon@mail.example>
                To: %s
                Subject: Undelivered
                Message-ID: <dsn@mail.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; kadonnut@mail.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 No such user
                --b
                Content-Type: text/rfc822-headers

                Subject: Re: Osoite
                Message-ID: %s
                --b--
                """.formatted(US, ours).replace("\n", "\r\n"));
        comesIn();
        assertThat(owner().queryForObject("select bounce from notification where message_id = ?", String.class, ours))
                .isEqualTo("smtp; 550 5.1.1 No such user");
    }

    private void comesIn() {
        assertThat(fetcher.fetch()).isEqualTo(1);
        filer.fileDue();
    }

    private void arrives(String raw) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        server.getUserManager().getUserByEmail(US).deliver(message);
    }

    private static String letter(String from, String to, String subject, String id, String body) {
        return """
                Return-Path: <%s>
                From: Maija M <%s>
                To: %s
                Subject: %s
                Message-ID: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, from, to, subject, id, body).replace("\n", "\r\n");
    }

    private MimeMessage newestTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getAddressList(recipients(message)).contains(address))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MimeMessage message) throws Exception {
        return String.valueOf(
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent());
    }

    private static int count(String sql) {
        return Objects.requireNonNull(owner().queryForObject(sql, Integer.class));
    }
}
