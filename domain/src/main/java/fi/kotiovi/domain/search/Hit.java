package fi.kotiovi.domain.search;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something found.
 *
 * @param id what its page is called by
 * @param number what people say on the phone; empty where there is none
 * @param state the word for how it stands; empty where there is none
 * @param words the place in a longer text that was found; empty where there is none
 */
public record Hit(
        UUID id,
        String number,
        Localized title,
        String person,
        @Nullable Address address,
        @Nullable OffsetDateTime at,
        String state,
        String words)
        implements Serializable {
    static Localized same(String text) {
        return new Localized(text, text, text);
    }
}
