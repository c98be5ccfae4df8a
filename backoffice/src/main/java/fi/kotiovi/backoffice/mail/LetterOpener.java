package fi.kotiovi.backoffice.mail;

import fi.kotiovi.domain.mail.IncomingMail;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Takes a letter out of its MIME envelope. Broken heads are read as far as they can be; what cannot be read is said. */
final class LetterOpener {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,390}>");
    private static final List<String> ADDRESSED =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");

    private LetterOpener() {}

    static IncomingMail open(byte[] raw) throws UnreadableException {
        try {
            var message = new MimeMessage(session(), new ByteArrayInputStream(raw));
            var parts = MimeParts.of(message);
            var headers = headers(message);
            return new IncomingMail(
                    first(message, "Message-ID").map(String::strip).orElse(""),
                    sender(message),
                    recipients(message),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    references(message),
                    headers,
                    Optional.ofNullable(message.getHeader("Received"))
                            .map(all -> all.length)
                            .orElse(0),
                    mediaType(message),
                    parts.text(),
                    parts.html(),
                    files(parts, headers),
                    parts.report());
        } catch (MessagingException | IOException e) {
            throw new UnreadableException(e);
        }
    }

    /** Of a letter that was too large to keep only the head is here, and that is said where its files would be. */
    private static List<IncomingMail.File> files(MimeParts parts, Map<String, String> headers) {
        return headers.containsKey(Inbox.TOO_LARGE.toLowerCase(Locale.ROOT))
                ? List.of(new IncomingMail.File("> 25 MB", new byte[0]))
                : parts.files();
    }

    private static Session session() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.mime.decodetext.strict", "false");
        properties.put("mail.mime.parameters.strict", "false");
        return Session.getInstance(properties);
    }

    private static Optional<IncomingMail.Sender> sender(MimeMessage message) throws MessagingException {
        var written = first(message, "From").or(() -> firstOrNothing(message, "Sender"));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            for (Address address : InternetAddress.parseHeader(written.get(), false)) {
                if (address instanceof InternetAddress sender
                        && sender.getAddress() != null
                        && sender.getAddress().matches("[^@\\s]+@[^@\\s]+")) {
                    return Optional.of(new IncomingMail.Sender(
                            sender.getAddress(),
                            Optional.ofNullable(sender.getPersonal()).orElse("")));
                }
            }
        } catch (AddressException e) {
            // nobody can be answered there, which is what nothing says
        }
        return Optional.empty();
    }

    private static List<String> recipients(MimeMessage message) throws MessagingException {
        var found = new ArrayList<String>();
        for (var name : ADDRESSED) {
            var values = message.getHeader(name);
            for (var value : values == null ? new String[0] : values) {
                for (var candidate : value.split("[,;<>\\s\"]+", -1)) {
                    if (candidate.contains("@")) {
                        found.add(candidate);
                    }
                }
            }
        }
        return found;
    }

    /** The newest first, as they are tried: the one it answers, then the others from the end. */
    private static List<String> references(MimeMessage message) throws MessagingException {
        var found = new ArrayList<>(ids(first(message, "References").orElse("")).reversed());
        for (var id : ids(first(message, "In-Reply-To").orElse(""))) {
            if (!found.contains(id)) {
                found.addFirst(id);
            }
        }
        return found;
    }

    private static List<String> ids(String header) {
        return MESSAGE_ID.matcher(header).results().map(found -> found.group()).toList();
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new HashMap<String, String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        return headers;
    }

    private static String mediaType(MimeMessage message) throws MessagingException {
        try {
            return new ContentType(message.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "text/plain";
        }
    }

    private static Optional<String> first(Message message, String header) throws MessagingException {
        var values = message.getHeader(header);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }

    private static Optional<String> firstOrNothing(Message message, String header) {
        try {
            return first(message, header);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** A letter that is no letter. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
