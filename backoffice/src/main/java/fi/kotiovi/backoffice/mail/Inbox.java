package fi.kotiovi.backoffice.mail;

import fi.kotiovi.domain.mail.MailboxUpkeep;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * An open mailbox on a mail server. A letter stays in the inbox until somebody says that it is kept; then it is moved to
 * a folder of ours, so that nothing that a person reads or marks there in between can hide it from us.
 */
final class Inbox implements AutoCloseable {
    static final String DONE = "Kotiovi";

    /** Says in a kept head that there was more, which still is in the folder on the server. */
    static final String TOO_LARGE = "X-Kotiovi-Too-Large";

    private static final String INBOX = "INBOX";

    private final Store store;
    private final IMAPFolder inbox;
    private final Folder done;

    private Inbox(Store store, IMAPFolder inbox, Folder done) {
        this.store = store;
        this.inbox = inbox;
        this.done = done;
    }

    /** Every wait has an end, so that no server can hold a fetcher for ever (field-notes.md M16). */
    static Inbox open(InboxSettings settings, Patience patience) throws MessagingException {
        var protocol = settings.tls() ? "imaps" : "imap";
        var properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", patience.connectMillis());
        properties.put("mail." + protocol + ".timeout", patience.talkMillis());
        properties.put("mail." + protocol + ".writetimeout", patience.talkMillis());
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail." + protocol + ".peek", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            var inbox = (IMAPFolder) store.getFolder(INBOX);
            var done = inbox.getFolder(DONE);
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            inbox.open(Folder.READ_WRITE);
            return new Inbox(store, inbox, done);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    int size() throws MessagingException {
        return inbox.getMessageCount();
    }

    /** The letters in the order in which the server got them. */
    Message[] oldest(int most) throws MessagingException {
        var count = inbox.getMessageCount();
        return count == 0 ? new Message[0] : inbox.getMessages(1, Math.min(count, most));
    }

    /** As it came, or the head alone of one that is too large to keep. */
    static byte[] raw(Message message) throws MessagingException, IOException {
        if (message.getSize() > MailboxUpkeep.LARGEST) {
            return head(message);
        }
        try (var in = ((IMAPMessage) message).getMimeStream()) {
            var bytes = in.readNBytes(MailboxUpkeep.LARGEST + 1);
            return bytes.length > MailboxUpkeep.LARGEST ? head(message) : bytes;
        }
    }

    private static byte[] head(Message message) throws MessagingException, IOException {
        var lines = Collections.list(((IMAPMessage) message).getNonMatchingHeaderLines(new String[] {"Content-Type"}));
        var head = new ByteArrayOutputStream();
        head.write(lines.stream()
                .collect(Collectors.joining("\r\n", "", "\r\n" + TOO_LARGE + ": yes\r\n\r\n"))
                .getBytes(StandardCharsets.UTF_8));
        return head.toByteArray();
    }

    /** When the server got it: the one time that no sender can write. */
    static OffsetDateTime receivedAt(Message message, Clock clock) throws MessagingException {
        Date date = message.getReceivedDate();
        return date == null
                ? clock.instant().atOffset(ZoneOffset.UTC)
                : date.toInstant().atOffset(ZoneOffset.UTC);
    }

    static String messageId(Message message) throws MessagingException {
        var id = ((IMAPMessage) message).getMessageID();
        return id == null ? "" : id;
    }

    /** Out of the inbox, after it is kept. */
    void moveAway(Message message) throws MessagingException {
        var one = new Message[] {message};
        inbox.copyMessages(one, done);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    @Override
    public void close() throws MessagingException {
        try {
            inbox.close(true);
        } finally {
            store.close();
        }
    }

    /** How long a mail server may take, in milliseconds. */
    record Patience(String connectMillis, String talkMillis) {
        static final Patience USUAL = new Patience("5000", "20000");
    }
}
