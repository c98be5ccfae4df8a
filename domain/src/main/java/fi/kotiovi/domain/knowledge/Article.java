package fi.kotiovi.domain.knowledge;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.ArticleAudience;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list, as its newest version has it.
 *
 * @param published the version that is read; null until there is one
 * @param newest the version that was saved last
 */
public record Article(
        UUID id,
        Localized title,
        Localized topic,
        ArticleAudience audience,
        UUID ownerId,
        String owner,
        LocalDate reviewOn,
        @Nullable Integer published,
        int newest,
        int shown,
        int used)
        implements Serializable {
    /** Whether something was saved that nobody has published. */
    public boolean hasProposal() {
        return published == null || published < newest;
    }
}
