package fi.kotiovi.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.vocabulary.NotificationLane;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mail server has the letter, and what comes after fails. */
class AfterSendingTest extends OfficeTest {
    private static final String RECIPIENT = "jalkeen@example.org";

    @Autowired
    private NotificationSender sender;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private GreenMail server;

    @BeforeEach
    void nothingElseIsDue() throws Exception {
        owner().update("update notification set state = 'SKIPPED', lease_until = null where state <> 'SENT'");
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void theDatabaseIsWellAgain() {
        owner().execute("drop trigger if exists cannot_note on notification");
    }

    @Test
    void M14_a_letter_whose_sending_cannot_be_noted_is_not_sent_again_at_once_and_then_says_that_it_may_be_the_second()
            throws Exception {
        var letter = letter();
        owner().execute("create or replace function cannot_note() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the disk is full'; end $$");
        owner().execute("create trigger cannot_note before update on notification for each row"
                + " when (new.state = 'SENT') execute function cannot_note()");
        assertThat(sender.sendDue(NotificationLane.NORMAL)).isEqualTo(1);
        assertThat(received()).hasSize(1);
        assertThat(stateOf(letter)).isEqualTo("SENDING");
        assertThat(sender.sendDue(NotificationLane.NORMAL))
                .as("its lease holds")
                .isZero();
        dispatch.recover();
        assertThat(received()).hasSize(1);

        theDatabaseIsWellAgain();
        owner().update("update notification set lease_until = now() where id = ?", letter);
        dispatch.recover();
        assertThat(owner().queryForObject("select reason from notification where id = ?", String.class, letter))
                .isEqualTo(Dispatch.PERHAPS_SENT);
        assertThat(sender.sendDue(NotificationLane.NORMAL)).isEqualTo(1);
        assertThat(stateOf(letter)).isEqualTo("SENT");
        assertThat(received()).hasSize(2);
        assertThat(received()[0].getMessageID())
                .as("a mail program can tell that both are one")
                .isEqualTo(received()[1].getMessageID());
    }

    @Test
    void M12_a_letter_carries_references_and_no_thread_index_by_which_one_program_would_sort_it_wrong()
            throws Exception {
        letter();
        sender.sendDue(NotificationLane.NORMAL);
        assertThat(received()[0].getHeader("Thread-Index")).isNull();
        assertThat(received()[0].getHeader("Thread-Topic")).isNull();
        assertThat(received()[0].getHeader("References")).isNotEmpty();
    }

    private MimeMessage[] received() throws Exception {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(RECIPIENT);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(MimeMessage[]::new);
    }

    private static String stateOf(UUID letter) {
        return Objects.requireNonNull(
                owner().queryForObject("select state::text from notification where id = ?", String.class, letter));
    }

    /** An answer to the oldest contact that has one. */
    private static UUID letter() {
        return Objects.requireNonNull(owner().queryForObject("""
                insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state, created_at, due_at)
                select 'CONTACT_ANSWERED', m.contact_id, 1, 'MAIL', 'NORMAL', ?, 'FI', c.resident_id, 'PENDING', now(), now()
                from contact_message m join contact c on c.id = m.contact_id where c.resident_id is not null and m.direction = 'OUT' and not exists (select from notification n
                    where n.cause_id = m.contact_id and n.kind = 'CONTACT_ANSWERED') order by m.id limit 1
                returning id""", UUID.class, RECIPIENT));
    }
}
