package fi.kotiovi.domain.key;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a key can fit: a home, or a whole building when {@code home} is missing. */
public record Place(
        UUID building,
        Key.House house,
        @Nullable UUID home,
        @Nullable Address address) implements Serializable {
    public String in(Language language) {
        return address == null ? house.in(language) : address.in(language);
    }
}
