package fi.kotiovi.e2e.house;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The mail server of the tests, and what has arrived there. */
public final class Post implements AutoCloseable {
    /** The mailbox that the back office reads. */
    public static final String OFFICE = "asunnot@kotiovi.example";

    private final GreenMail server;

    Post() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        server.setUser(OFFICE, OFFICE, OFFICE);
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> mailboxOf(recipient.getEmail()));
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** As real servers do: what is sent to {@code name+anything} lands with {@code name}. */
    private GreenMailUser mailboxOf(String recipient) throws UserException {
        var address = recipient.replaceFirst("\\+[^@]*@", "@");
        var known = server.getUserManager().getUserByEmail(address);
        return known == null ? server.getUserManager().createUser(address, address, address) : known;
    }

    /** Somebody writes a mail; {@code answering} is the mail it answers. */
    public void send(String from, String to, String subject, String text, Mail... answering) {
        try {
            var properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", port());
            var message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress(from, "Maija Meikäläinen", StandardCharsets.UTF_8.name()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            for (var answered : answering) {
                message.setHeader("In-Reply-To", answered.id());
                message.setHeader("References", answered.id());
            }
            Transport.send(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail that could not be sent", e);
        }
    }

    /** One mail as its reader sees it. */
    public record Mail(
            String id, String to, String replyTo, String subject, String text, String calendar, String calendarType) {}

    /** Everything for an address, in the order of arrival. */
    public List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    public List<Mail> all() {
        var mails = new ArrayList<Mail>();
        for (var message : server.getReceivedMessages()) {
            mails.add(read(message));
        }
        return mails;
    }

    /** Waits for the newest mail to somebody whose subject and text hold all these words. */
    public Mail await(String address, Duration patience, String... words) {
        return Until.present(
                "a mail to %s with %s; there are %s"
                        .formatted(address, Arrays.toString(words), "these: " + to(address)),
                patience,
                () -> to(address).reversed().stream()
                        .filter(mail -> Arrays.stream(words).allMatch((mail.subject() + "\n" + mail.text())::contains))
                        .findFirst());
    }

    private static Mail read(MimeMessage message) {
        try {
            var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            var text = new StringBuilder();
            var calendar = new StringBuilder();
            var type = new StringBuilder();
            collect(message, text, calendar, type);
            return new Mail(
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    to.getAddress(),
                    ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text.toString(),
                    calendar.toString(),
                    type.toString());
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, StringBuilder text, StringBuilder calendar, StringBuilder type)
            throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                collect(one, text, calendar, type);
            }
        } else if (part.isMimeType("text/calendar")) {
            calendar.append(
                    content instanceof InputStream in
                            ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            : content.toString());
            type.append(part.getContentType());
        } else if (part.isMimeType("text/plain")) {
            text.append(content);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
