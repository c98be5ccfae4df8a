package fi.kotiovi.domain.source;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.vocabulary.Language;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a source brings.
 *
 * @param externalId its own name for it, the same for every try
 * @param name who wrote; may be empty
 * @param mail where to answer; may be empty
 * @param phone where to call; may be empty
 * @param elsewhere an address in some other service; may be empty
 * @param language in which the answer is wanted; null when the source cannot tell
 * @param topic a code of ours; empty for anything else
 * @param arrivedAt when the source took it; null for now
 */
public record Brought(
        String externalId,
        String name,
        String mail,
        String phone,
        String elsewhere,
        @Nullable Language language,
        String subject,
        String text,
        String topic,
        @Nullable OffsetDateTime arrivedAt) {
    public Brought {
        externalId = Storable.text(externalId).strip();
        name = Storable.text(name).strip();
        mail = Storable.text(mail).strip();
        phone = Storable.text(phone).strip();
        elsewhere = Storable.text(elsewhere).strip();
        subject = Storable.text(subject).replaceAll("\\s+", " ").strip();
        text = Storable.text(text).strip();
        topic = Storable.text(topic).strip();
    }
}
