package fi.kotiovi.domain.knowledge;

import java.io.Serializable;
import java.util.UUID;

/**
 * What could answer a contact.
 *
 * @param number of the contact that was answered so; empty for an article
 * @param inside for the office only: to be read, not to be sent
 */
public record Suggestion(UUID id, String title, String body, String number, boolean inside) implements Serializable {
    public boolean isArticle() {
        return number.isEmpty();
    }
}
