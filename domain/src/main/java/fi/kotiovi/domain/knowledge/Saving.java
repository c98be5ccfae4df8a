package fi.kotiovi.domain.knowledge;

import fi.kotiovi.vocabulary.Language;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How saving an article ended. */
public sealed interface Saving {
    record Saved(UUID article, int version) implements Saving {}

    /** Something is missing or too long; nothing was saved and nothing is lost. */
    record Incomplete(Map<Language, Set<Gap>> gaps) implements Saving {}

    /** Somebody saved another version meanwhile: look at it first. */
    record Overtaken(int newest) implements Saving {}

    /** What is missing or wrong, each told beside its field. */
    enum Gap {
        TOPIC,
        TITLE_MISSING,
        TITLE_TOO_LONG,
        BODY_MISSING,
        BODY_TOO_LONG,
        WORDS_TOO_LONG
    }
}
