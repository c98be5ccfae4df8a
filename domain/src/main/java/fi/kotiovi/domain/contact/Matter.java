package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.util.UUID;

/** Something with a page of its own that a contact can be about; {@code number} is a tag for a key. */
public record Matter(Kind kind, UUID id, String number, Localized name) implements Serializable {
    public enum Kind {
        FAULT,
        VISIT,
        KEY,
        CONTACT
    }
}
