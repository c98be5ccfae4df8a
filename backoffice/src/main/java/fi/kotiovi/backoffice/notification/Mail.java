package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.notification.Letter;
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
        Optional<Invitation> invitation,
        List<Letter.Enclosed> enclosed) {
    Mail {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        enclosed = List.copyOf(enclosed);
    }

    Mail(
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
        this(language, subject, greeting, paragraphs, quote, facts, linkText, link, footer, invitation, List.of());
    }

    Mail with(List<Letter.Enclosed> files) {
        return new Mail(
                language, subject, greeting, paragraphs, quote, facts, linkText, link, footer, invitation, files);
    }

    /** A line of a short table. */
    record Fact(String name, String value) {}
}
