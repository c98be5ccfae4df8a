package fi.kotiovi.domain.mail;

import fi.kotiovi.domain.Storable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A letter as somebody who has opened it finds it: no MIME any more, nothing decided yet.
 *
 * @param headers the names in small letters, one value each
 * @param references Message-IDs that it answers, the newest first
 * @param hops how many servers passed it on
 */
public record IncomingMail(
        String messageId,
        Optional<Sender> from,
        List<String> recipients,
        String subject,
        List<String> references,
        Map<String, String> headers,
        int hops,
        String mediaType,
        String text,
        String html,
        List<File> files,
        Optional<Report> report) {
    public IncomingMail {
        recipients = recipients.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        subject = Storable.text(subject).strip();
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
        text = Storable.text(text);
        html = Storable.text(html);
        files = List.copyOf(files);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip);
    }

    /** The address in small letters, and the name or nothing. */
    public record Sender(String address, String name) {
        public Sender {
            address = Storable.text(address).strip().toLowerCase(Locale.ROOT);
            name = Storable.text(name).strip();
        }

        String localPart() {
            return address.substring(0, Math.max(0, address.lastIndexOf('@')));
        }

        String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    /** Something that came along. */
    public static final class File {
        private final String name;
        private final byte[] content;

        public File(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content.clone();
        }
    }

    /** What a mail server says of a letter of ours: the {@code action} of RFC 3464, and its words. */
    public record Report(String action, String originalMessageId, String words) {}
}
