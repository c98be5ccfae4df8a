package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who lives or will live in one of our homes; phone in E.164. */
public record Person(
        UUID id,
        String givenName,
        String familyName,
        @Nullable String phone,
        Language language,
        UUID homeId,
        Address address,
        boolean hasMail)
        implements Serializable {
    public String name() {
        return givenName + " " + familyName;
    }
}
