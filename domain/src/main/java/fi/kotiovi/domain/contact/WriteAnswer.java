package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Storable;
import java.util.List;
import java.util.UUID;

/** Words for a resident and the files that go with them; {@code submission} is the same for every try to send them. */
public record WriteAnswer(UUID submission, String body, List<UUID> files) {
    public static final int MOST_FILES = 5;

    public WriteAnswer {
        body = Storable.text(body);
        files = List.copyOf(files);
    }

    public static WriteAnswer of(UUID submission, String body) {
        return new WriteAnswer(submission, body, List.of());
    }
}
