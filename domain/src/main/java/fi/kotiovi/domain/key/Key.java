package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LockSystem;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as the key room knows it. {@code tag} says nothing of the address; {@code hook} is where it hangs;
 * {@code address} is missing for keys of a whole building; {@code holder} is who has it when it does not hang there.
 */
public record Key(
        UUID id,
        String tag,
        String hook,
        KeyKind kind,
        LockSystem lockSystem,
        String serial,
        KeyState state,
        boolean spare,
        String note,
        @Nullable String bundle,
        UUID buildingId,
        House house,
        @Nullable UUID homeId,
        @Nullable Address address,
        @Nullable UUID holderId,
        @Nullable String holder)
        implements Serializable {

    /** Where the key fits: the home, or the whole building. */
    public String place(Language language) {
        return address == null ? house.in(language) : address.in(language);
    }

    /** Whether it hangs in the key room now. */
    public boolean isHere() {
        return isHere(state);
    }

    static boolean isHere(KeyState state) {
        return switch (state) {
            case IN_STORE, RESERVED, READY_FOR_PICKUP, BROKEN -> true;
            case ORDERED, HANDED_OUT, LOANED, LOST, BLOCKED, REKEY_ORDERED, RETIRED -> false;
        };
    }

    /** A building by its street and number. */
    public record House(Localized street, String number) implements Serializable {
        public String in(Language language) {
            return street.in(language) + " " + number;
        }
    }
}
