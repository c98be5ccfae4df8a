package fi.kotiovi.domain.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Letters for tests, as they are once they are opened. */
final class Mails {
    static final MailIdentity US = new MailIdentity("asunnot@kotiovi.example", "a secret of the tests");

    private final Map<String, String> headers = new HashMap<>();
    private final List<String> recipients = new ArrayList<>(List.of(US.address()));
    private final List<IncomingMail.File> files = new ArrayList<>();
    private String id = "<" + UUID.randomUUID() + "@mail.example>";
    private Optional<IncomingMail.Sender> from;
    private String subject = "Parvekelasit";
    private List<String> references = List.of();
    private String mediaType = "text/plain";
    private String text = "Hei! Saako parvekkeelle laittaa lasit?";
    private String html = "";
    private int hops = 3;
    private Optional<IncomingMail.Report> report = Optional.empty();

    private Mails(Optional<IncomingMail.Sender> from) {
        this.from = from;
    }

    static Mails from(String address) {
        return new Mails(Optional.of(new IncomingMail.Sender(address, "Maija Meikäläinen")));
    }

    static Mails fromNobody() {
        return new Mails(Optional.empty());
    }

    Mails to(String address) {
        recipients.clear();
        recipients.add(address);
        return this;
    }

    Mails subject(String words) {
        subject = words;
        return this;
    }

    Mails text(String words) {
        text = words;
        return this;
    }

    Mails html(String words) {
        text = "";
        html = words;
        return this;
    }

    Mails header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The newest first. */
    Mails answering(String... ids) {
        references = List.of(ids);
        return this;
    }

    Mails id(String messageId) {
        id = messageId;
        return this;
    }

    Mails type(String type) {
        mediaType = type;
        return this;
    }

    Mails hops(int servers) {
        hops = servers;
        return this;
    }

    Mails file(String name, byte[] content) {
        files.add(new IncomingMail.File(name, content));
        return this;
    }

    Mails reporting(String action, String messageId, String words) {
        report = Optional.of(new IncomingMail.Report(action, messageId, words));
        return this;
    }

    IncomingMail opened() {
        return new IncomingMail(
                id, from, recipients, subject, references, headers, hops, mediaType, text, html, files, report);
    }
}
