package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationLane;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/**
 * Sends what is due on a lane. No transaction is open while a mail server is asked, and one recipient whose server is
 * slow keeps nobody else waiting.
 */
@Service
public class NotificationSender {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);

    /** Letters on their way at one time; the lease of a claimed one is far longer than the slowest of them. */
    private static final int AT_ONCE = 8;

    /** Batches of one tick: a backlog flows, and a stop of the application is still heard soon. */
    private static final int BATCHES = 50;

    private final Dispatch dispatch;
    private final LetterWriter writer;
    private final Messages messages;
    private final JavaMailSender mailSender;
    private final TextMessages textMessages;
    private final MailSettings settings;

    NotificationSender(
            Dispatch dispatch,
            LetterWriter writer,
            Messages messages,
            JavaMailSender mailSender,
            TextMessages textMessages,
            MailSettings settings) {
        this.dispatch = dispatch;
        this.writer = writer;
        this.messages = messages;
        this.mailSender = mailSender;
        this.textMessages = textMessages;
        this.settings = settings;
    }

    /** Takes what is due, eight letters side by side; returns how many were due. */
    public int sendDue(NotificationLane lane) {
        var all = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var due = dispatch.claim(lane, AT_ONCE);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(id -> threads.execute(() -> send(id)));
            }
            all += due.size();
            if (due.size() < AT_ONCE) {
                break;
            }
        }
        return all;
    }

    private void send(UUID id) {
        try {
            dispatch.open(id, settings.domain()).ifPresent(this::send);
        } catch (RuntimeException e) {
            // It stays claimed; when its lease is over it is tried again.
            LOG.warn("Letter {} could not be opened or its outcome not be written down: {}", id, e.getMessage());
        }
    }

    private void send(Letter letter) {
        String subject;
        String body;
        try {
            var mail = writer.write(letter);
            subject = mail.subject();
            if (letter.channel() == NotificationChannel.SMS) {
                body = writer.shortly(letter);
                textMessages.send(letter.recipient(), body);
            } else {
                body = PlainText.of(mail);
                mailSender.send(messages.message(letter, mail, body));
            }
        } catch (RuntimeException e) {
            LOG.info("Letter {} was not taken: {}", letter.id(), e.getMessage());
            dispatch.failed(letter.id(), String.valueOf(e.getMessage()));
            return;
        }
        dispatch.sent(letter.id(), subject, withoutKey(letter, body));
    }

    /** What the office reads later of a letter about a visit does not open the visit. */
    private static String withoutKey(Letter letter, String body) {
        return switch (letter.content()) {
            case Letter.OfVisit visit -> body.replace(visit.link().toString(), "…");
            case Letter.OfOffer offer -> body.replace(offer.visit().link().toString(), "…");
            default -> body;
        };
    }
}
