package fi.kotiovi.domain.knowledge;

import fi.kotiovi.vocabulary.Language;
import java.util.List;
import java.util.Optional;

/**
 * The door to a language model that may draft an answer, where an installation has one. Nothing behind it is part of
 * Kotiovi. It is given no note of colleagues, no code, no account and no name, and what comes back is put into the answer
 * only when a clerk asks, to be changed and sent by a person.
 */
public interface ReplyWriter {
    /** Whether there is anything behind the door. */
    boolean isOn();

    /** A draft in the language of the question; empty when none came. */
    Optional<String> draft(Question question);

    /**
     * What a draft is made from.
     *
     * @param known articles for residents that may answer it
     */
    record Question(Language language, String subject, String message, List<String> known) {
        public Question {
            known = List.copyOf(known);
        }
    }
}
