package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.HELP_ARTICLE;
import static fi.kotiovi.db.Tables.HELP_FOUND;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers that residents find without writing to anybody. */
@Service
public class Help {
    private static final int MOST_FOUND = 20;

    private final DSLContext db;
    private final Callers callers;

    Help(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** All pages by topic, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<HelpPage> byTopic(Language language, int offset, int limit) {
        callers.resident();
        return pages(noCondition(), language, offset, limit);
    }

    /** What has to do with the words, the best first; at most twenty. */
    @Transactional(readOnly = true)
    public List<HelpPage> find(String text, Language language) {
        callers.resident();
        var words = Storable.text(text).strip();
        return words.isEmpty()
                ? List.of()
                : inOrder(
                        db.select(HELP_FOUND.ID)
                                .from(HELP_FOUND.call(words, language, MOST_FOUND))
                                .fetch(HELP_FOUND.ID),
                        language);
    }

    @Transactional(readOnly = true)
    public Optional<HelpPage> one(UUID article, Language language) {
        callers.resident();
        return pages(HELP_ARTICLE.ID.eq(article), language, 0, 1).stream().findFirst();
    }

    /** The pages with these ids, in the order of the ids. */
    List<HelpPage> inOrder(List<UUID> ids, Language language) {
        return pages(HELP_ARTICLE.ID.in(ids), language, 0, Math.max(1, ids.size())).stream()
                .sorted(Comparator.comparingInt(page -> ids.indexOf(page.id())))
                .toList();
    }

    private List<HelpPage> pages(Condition condition, Language language, int offset, int limit) {
        return db.select(
                        HELP_ARTICLE.ID,
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        HELP_ARTICLE.TITLE,
                        HELP_ARTICLE.BODY,
                        HELP_ARTICLE.AT)
                .from(HELP_ARTICLE)
                .join(CONTACT_TOPIC)
                .on(CONTACT_TOPIC.CODE.eq(HELP_ARTICLE.TOPIC_CODE))
                .where(HELP_ARTICLE.LANGUAGE.eq(language))
                .and(condition)
                .orderBy(CONTACT_TOPIC.POSITION, HELP_ARTICLE.TITLE, HELP_ARTICLE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(HelpPage::new));
    }
}
