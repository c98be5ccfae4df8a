package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ContactVerdict;
import java.io.Serializable;

/** What a resident thinks of the answer; {@code word} may be empty. */
public record Verdict(ContactVerdict verdict, String word) implements Serializable {
    /** Characters. */
    public static final int LONGEST_WORD = 300;
}
