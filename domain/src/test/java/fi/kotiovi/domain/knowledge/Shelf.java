package fi.kotiovi.domain.knowledge;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Shortcuts of the tests on articles. */
final class Shelf {
    final ArticleWriting writing;
    final Articles articles;

    private final Town town;

    Shelf(Town town) {
        this.town = town;
        writing = town.backOffice(ArticleWriting.class);
        articles = town.backOffice(Articles.class);
    }

    static SaveArticle article(int seen, String title, String body, String words) {
        return article(seen, ArticleAudience.RESIDENTS, title, body, words);
    }

    static SaveArticle article(int seen, ArticleAudience audience, String title, String body, String words) {
        Map<Language, LocalText> texts = new EnumMap<>(Language.class);
        texts.put(Language.FI, new LocalText(title, body, words));
        texts.put(Language.SV, new LocalText("På svenska: " + title, body, ""));
        texts.put(Language.EN, new LocalText("In English: " + title, body, ""));
        return new SaveArticle(seen, "KEYS", audience, texts);
    }

    UUID begins(Caller.Staff who, SaveArticle text) {
        return Expect.a(Saving.Saved.class, town.as(who, () -> writing.begin(text)))
                .article();
    }

    UUID publishes(Caller.Staff manager, SaveArticle text) {
        var article = begins(manager, text);
        town.as(manager, () -> writing.publish(article, 1));
        return article;
    }
}
