package fi.kotiovi.backoffice.mail;

import fi.kotiovi.backoffice.mail.Inbox.Patience;
import fi.kotiovi.domain.mail.MailboxUpkeep;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings letters from the mail server into our database. Each is kept and committed before it is moved on the server, so
 * that a fetcher that dies between any two steps loses nothing, and what it fetches again is known by its id.
 */
public class MailFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(MailFetcher.class);
    private static final int BATCH = 50;

    private final InboxSettings settings;
    private final MailboxUpkeep mailboxes;
    private final Clock clock;
    private final Patience patience;

    MailFetcher(InboxSettings settings, MailboxUpkeep mailboxes, Clock clock, Patience patience) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.patience = patience;
    }

    /** Fetches what is there, at most a batch; returns how many letters are new. */
    public int fetch() {
        var me = UUID.randomUUID();
        if (!settings.isOn() || !mailboxes.lease(settings.address(), me)) {
            return 0;
        }
        var trouble = "";
        try (var inbox = Inbox.open(settings, patience)) {
            return fetch(inbox, me);
        } catch (MessagingException | IOException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("No mail could be fetched from {}: {}", settings, trouble);
            return 0;
        } finally {
            mailboxes.release(settings.address(), me, trouble);
        }
    }

    private int fetch(Inbox inbox, UUID me) throws MessagingException, IOException {
        var fresh = 0;
        for (Message message : inbox.oldest(BATCH)) {
            if (!mailboxes.lease(settings.address(), me)) {
                LOG.warn("Somebody else fetches from {} by now", settings);
                break;
            }
            if (mailboxes.store(
                    settings.address(),
                    Inbox.messageId(message),
                    Inbox.raw(message),
                    Inbox.receivedAt(message, clock))) {
                fresh++;
            }
            inbox.moveAway(message);
        }
        return fresh;
    }
}
