package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.notification.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Makes a MIME message of a letter: plain text, HTML and, for a visit, the calendar entry as three ways to say one thing. */
@Component
class Messages {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSender mailSender;
    private final MailSettings settings;
    private final Clock clock;

    Messages(JavaMailSender mailSender, MailSettings settings, Clock clock) {
        this.mailSender = mailSender;
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage message(Letter letter, Mail mail, String plainText) {
        try {
            var message = mailSender.createMimeMessage();
            message.setFrom(new InternetAddress(settings.from(), "Kotiovi", UTF_8));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.recipient()));
            message.setSubject(oneLine(mail.subject()), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", letter.messageId());
            ReplyHeaders.set(message, letter, settings.identity());
            message.setHeader("Content-Language", mail.language().getLiteral());
            message.setContent(withFiles(mail, parts(mail, plainText)));
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
    }

    private MimeMultipart parts(Mail mail, String plainText) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(plainText, "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(HtmlFrame.of(mail), "text/html; charset=UTF-8"));
        if (mail.invitation().isPresent()) {
            var invitation = mail.invitation().get();
            alternatives.addBodyPart(part(invitation.toIcs(clock.instant()), invitation.contentType()));
        }
        return alternatives;
    }

    private static MimeMultipart withFiles(Mail mail, MimeMultipart alternatives) throws MessagingException {
        if (mail.enclosed().isEmpty()) {
            return alternatives;
        }
        var letter = new MimeBodyPart();
        letter.setContent(alternatives);
        var mixed = new MimeMultipart("mixed", letter);
        for (var file : mail.enclosed()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    /** What a resident typed must not become a header of its own. */
    private static String oneLine(String subject) {
        return subject.replaceAll("[\\r\\n]+", " ");
    }
}
