package fi.kotiovi.domain;

import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;

/** A text in the three languages of the house. */
public record Localized(String fi, String sv, String en) implements Serializable {
    public String in(Language language) {
        return switch (language) {
            case FI -> fi;
            case SV -> sv;
            case EN -> en;
        };
    }
}
