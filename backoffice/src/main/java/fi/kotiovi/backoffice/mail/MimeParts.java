package fi.kotiovi.backoffice.mail;

import fi.kotiovi.domain.mail.IncomingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a letter, sorted: words, words in HTML, files, and what a mail server reports. */
final class MimeParts {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final int LARGEST_FILE = 25 * 1024 * 1024;
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");
    private static final Pattern DIAGNOSIS = Pattern.compile("(?im)^(?:Diagnostic-Code|Status):[ \\t]*(.+)$");
    private static final Pattern ORIGINAL = Pattern.compile("(?im)^Message-ID:[ \\t]*(?:\\r?\\n[ \\t]+)?(<[^<>\\s]+>)");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<IncomingMail.File> files = new ArrayList<>();
    private final StringBuilder status = new StringBuilder();
    private final StringBuilder original = new StringBuilder();
    private final boolean report;
    private int parts;

    private MimeParts(boolean report) {
        this.report = report;
    }

    static MimeParts of(Part letter) throws MessagingException, IOException {
        var found = new MimeParts(type(letter).match("multipart/report"));
        found.collect(letter, 0);
        return found;
    }

    String text() {
        return text.toString();
    }

    String html() {
        return html.toString();
    }

    List<IncomingMail.File> files() {
        return List.copyOf(files);
    }

    Optional<IncomingMail.Report> report() {
        var action = ACTION.matcher(status);
        var id = ORIGINAL.matcher(original);
        if (!action.find() || !id.find()) {
            return Optional.empty();
        }
        var words = DIAGNOSIS.matcher(status);
        var said = "";
        while (words.find()) {
            said = words.group(1).strip();
        }
        return Optional.of(new IncomingMail.Report(action.group(1).toLowerCase(Locale.ROOT), id.group(1), said));
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            throw new MessagingException("A letter of endless parts");
        }
        var type = type(part);
        if (type.match("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), depth + 1);
            }
        } else if (type.match("message/delivery-status")) {
            status.append(words(part, StandardCharsets.UTF_8));
        } else if (!report && type.match("message/rfc822") && part.getContent() instanceof Part enclosed) {
            // a letter in a letter is read like its own words
            text.append("\n\n");
            collect(enclosed, depth + 1);
        } else if (type.match("text/rfc822-headers") || type.match("message/rfc822")) {
            original.append(words(part, StandardCharsets.UTF_8));
        } else if (isFile(part)) {
            files.add(new IncomingMail.File(nameOf(part, type), bytes(part, LARGEST_FILE)));
        } else if (type.match("text/html")) {
            html.append(words(part, charset(type)));
        } else if (type.match("text/*")) {
            text.append(words(part, charset(type)));
        } else {
            files.add(new IncomingMail.File(nameOf(part, type), bytes(part, LARGEST_FILE)));
        }
    }

    private static boolean isFile(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || (part.getFileName() != null && !part.isMimeType("text/html"));
    }

    private static String nameOf(Part part, ContentType type) throws MessagingException, IOException {
        var name = part.getFileName();
        return name == null ? type.getBaseType().replace('/', '.') : MimeUtility.decodeText(name);
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    /** A charset nobody knows is read as UTF-8, which shows most of it. */
    private static Charset charset(ContentType type) {
        var name = type.getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String words(Part part, Charset charset) throws MessagingException, IOException {
        return new String(bytes(part, LONGEST_TEXT), charset);
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }
}
