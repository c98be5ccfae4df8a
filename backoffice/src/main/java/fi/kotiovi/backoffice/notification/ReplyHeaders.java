package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.mail.MailIdentity;
import fi.kotiovi.domain.notification.Letter;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a letter says to mail programs and to other machines: where an answer goes, which letters it belongs to, and
 * whether a person wrote it (RFC 5322, RFC 3834). Without an identity no answers are read, and none are asked for.
 */
final class ReplyHeaders {
    private static final String LOOP = "X-Kotiovi-Loop";

    private ReplyHeaders() {}

    static void set(MimeMessage message, Letter letter, Optional<MailIdentity> identity) throws MessagingException {
        if (identity.isPresent()) {
            message.setHeader(LOOP, identity.get().loopMark());
        }
        switch (letter.content()) {
            case Letter.OfContact answer
            when identity.isPresent() -> thread(message, letter, identity.get(), answer.number(), answer.mails());
            case Letter.OfReceived received
            when identity.isPresent() -> {
                thread(message, letter, identity.get(), received.number(), received.mails());
                message.setHeader("Auto-Submitted", "auto-replied");
                message.setHeader("X-Auto-Response-Suppress", "All");
                message.setHeader("Precedence", "auto_reply");
            }
            default -> {
                message.setHeader("Auto-Submitted", "auto-generated");
                message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            }
        }
    }

    /** The root first, then what was said, the newest last; providers that rewrite our ids leave the root alone. */
    private static void thread(
            MimeMessage message, Letter letter, MailIdentity us, String number, Letter.Correspondence mails)
            throws MessagingException {
        message.setReplyTo(new Address[] {new InternetAddress(us.replyTo(number))});
        var ids = Stream.concat(Stream.of(us.root(number)), mails.references().stream())
                .filter(id -> !id.equals(letter.messageId()))
                .distinct()
                .collect(Collectors.joining(" "));
        message.setHeader("References", MimeUtility.fold("References: ".length(), ids));
        if (mails.inReplyTo().isPresent()) {
            message.setHeader("In-Reply-To", mails.inReplyTo().get());
        }
    }
}
