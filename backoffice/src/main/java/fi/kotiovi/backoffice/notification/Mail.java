package fi.kotiovi.backoffice.notification;

import fi.kotiovi.vocabulary.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a letter says, before it becomes plain text or HTML. {@code quote} is what a person wrote, and empty when nobody
 * did; {@code footer} says why the letter came.
 */
record Mail(
        Language language,
        String subject,
        String greeting,
        List<String> paragraphs,
        String quote,
        List<Fact> facts,
        String linkText,
        String link,
        String footer,
        Optional<Invitation> invitation) {
    Mail {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }

    /** A line of a short table. */
    record Fact(String name, String value) {}
}
