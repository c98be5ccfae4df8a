package fi.kotiovi.domain.knowledge;

import fi.kotiovi.vocabulary.ArticleAudience;
import java.io.Serializable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One save of an article: who, when, and from which older one it was brought back, if it was. */
public record ArticleVersion(
        int number,
        String topic,
        ArticleAudience audience,
        String author,
        OffsetDateTime at,
        @Nullable Integer restoredFrom)
        implements Serializable {}
