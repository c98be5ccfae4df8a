package fi.kotiovi.backoffice.notification;

import fi.kotiovi.vocabulary.Language;
import java.util.Base64;
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
        Optional<Enclosure> enclosure) {
    Mail {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
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
        this(
                language,
                subject,
                greeting,
                paragraphs,
                quote,
                facts,
                linkText,
                link,
                footer,
                invitation,
                Optional.empty());
    }

    Mail with(Enclosure file) {
        return new Mail(
                language,
                subject,
                greeting,
                paragraphs,
                quote,
                facts,
                linkText,
                link,
                footer,
                invitation,
                Optional.of(file));
    }

    /** A PDF that goes with the letter, in Base64. */
    record Enclosure(String name, String base64) {
        Enclosure(String name, byte[] pdf) {
            this(name, Base64.getEncoder().encodeToString(pdf));
        }

        byte[] pdf() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** A line of a short table. */
    record Fact(String name, String value) {}
}
