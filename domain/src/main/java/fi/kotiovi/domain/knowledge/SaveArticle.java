package fi.kotiovi.domain.knowledge;

import fi.kotiovi.domain.knowledge.Saving.Gap;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * An article as somebody leaves it.
 *
 * @param seen the version that was on the screen; 0 for a new article
 */
public record SaveArticle(int seen, String topic, ArticleAudience audience, Map<Language, LocalText> texts) {
    public SaveArticle {
        texts = Map.copyOf(texts);
    }

    LocalText in(Language language) {
        return texts.getOrDefault(language, LocalText.EMPTY);
    }

    /** What is missing or too long, by language; the topic is missing in all. */
    Map<Language, Set<Gap>> gaps() {
        var gaps = new EnumMap<Language, Set<Gap>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> {
            var found = gapsOf(in(language));
            if (topic.isEmpty()) {
                found.add(Gap.TOPIC);
            }
            if (!found.isEmpty()) {
                gaps.put(language, found);
            }
        });
        return gaps;
    }

    private static Set<Gap> gapsOf(LocalText text) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (text.title().isEmpty()) {
            gaps.add(Gap.TITLE_MISSING);
        }
        if (length(text.title()) > LocalText.LONGEST_TITLE) {
            gaps.add(Gap.TITLE_TOO_LONG);
        }
        if (text.body().isEmpty()) {
            gaps.add(Gap.BODY_MISSING);
        }
        if (length(text.body()) > LocalText.LONGEST_BODY) {
            gaps.add(Gap.BODY_TOO_LONG);
        }
        if (length(text.words()) > LocalText.LONGEST_WORDS) {
            gaps.add(Gap.WORDS_TOO_LONG);
        }
        return gaps;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
