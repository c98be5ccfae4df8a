package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** Somebody who answers contacts; without languages written down, in any. */
public record Answerer(UUID id, String name, Set<Language> languages) implements Serializable {
    public Answerer {
        languages = Set.copyOf(languages);
    }
}
