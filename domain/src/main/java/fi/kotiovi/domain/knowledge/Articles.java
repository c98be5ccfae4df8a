package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.ARTICLE;
import static fi.kotiovi.db.Tables.ARTICLE_TEXT;
import static fi.kotiovi.db.Tables.ARTICLE_VERSION;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.SEARCH_ARTICLES;
import static fi.kotiovi.db.Tables.SEARCH_WORDS;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.SUGGESTION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.db.tables.ArticleText;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.contact.Topics;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written down, for whoever works here: found, listed, and read in any of its versions. */
@Service
public class Articles {
    /** How far back shown and used are counted. */
    public static final int DAYS_COUNTED = 90;

    private static final ArticleText FI = ARTICLE_TEXT.as("fi");
    private static final ArticleText SV = ARTICLE_TEXT.as("sv");
    private static final ArticleText EN = ARTICLE_TEXT.as("en");
    private static final int MOST_HITS = 200;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    private final Topics topics;

    Articles(DSLContext db, Callers callers, Clock clock, Topics topics) {
        this.topics = topics;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What to list.
     *
     * @param words empty for all
     * @param topic code; empty for all
     * @param due only what is to be reviewed by today
     */
    public record Wanted(String words, String topic, boolean due) {
        /** Everything. */
        public static final Wanted ALL = new Wanted("", "", false);
    }

    @Transactional(readOnly = true)
    public List<Topic> topics() {
        callers.staff(StaffRole.values());
        return topics.inOrder();
    }

    /** By the day of review, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Article> list(Wanted wanted, int offset, int limit) {
        callers.staff(StaffRole.values());
        return rows(fits(wanted), offset, limit);
    }

    /** How many there are to be reviewed by today. */
    @Transactional(readOnly = true)
    public int due() {
        callers.staff(StaffRole.values());
        return db.fetchCount(ARTICLE, ARTICLE.REVIEW_ON.le(Helsinki.today(clock)));
    }

    @Transactional(readOnly = true)
    public Optional<Article> one(UUID article) {
        callers.staff(StaffRole.values());
        return rows(ARTICLE.ID.eq(article), 0, 1).stream().findFirst();
    }

    /** All that were saved, the newest first. */
    @Transactional(readOnly = true)
    public List<ArticleVersion> versions(UUID article) {
        callers.staff(StaffRole.values());
        return db.select(
                        ARTICLE_VERSION.VERSION,
                        ARTICLE_VERSION.TOPIC_CODE,
                        ARTICLE_VERSION.AUDIENCE,
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        ARTICLE_VERSION.AT,
                        ARTICLE_VERSION.RESTORED_FROM)
                .from(ARTICLE_VERSION)
                .join(STAFF)
                .on(STAFF.ID.eq(ARTICLE_VERSION.STAFF_ID))
                .where(ARTICLE_VERSION.ARTICLE_ID.eq(article))
                .orderBy(ARTICLE_VERSION.VERSION.desc())
                .limit(MOST_HITS)
                .fetch(mapping(ArticleVersion::new));
    }

    /** A version as it was saved. */
    @Transactional(readOnly = true)
    public Map<Language, LocalText> texts(UUID article, int version) {
        callers.staff(StaffRole.values());
        var texts = new EnumMap<Language, LocalText>(Language.class);
        db.select(ARTICLE_TEXT.LANGUAGE, ARTICLE_TEXT.TITLE, ARTICLE_TEXT.BODY, ARTICLE_TEXT.WORDS)
                .from(ARTICLE_TEXT)
                .where(ARTICLE_TEXT.ARTICLE_ID.eq(article))
                .and(ARTICLE_TEXT.VERSION.eq(version))
                .forEach(r -> texts.put(r.value1(), new LocalText(r.value2(), r.value3(), r.value4())));
        return texts;
    }

    private Condition fits(Wanted wanted) {
        var words = Storable.text(wanted.words).strip();
        var found = words.isEmpty()
                ? noCondition()
                : FI.TITLE
                        .containsIgnoreCase(words)
                        .or(SV.TITLE.containsIgnoreCase(words))
                        .or(EN.TITLE.containsIgnoreCase(words))
                        .or(ARTICLE.ID.in(select(SEARCH_ARTICLES.ID)
                                .from(SEARCH_ARTICLES.call(words, nearly(words), 0, MOST_HITS))));
        return found.and(wanted.topic.isEmpty() ? noCondition() : ARTICLE_VERSION.TOPIC_CODE.eq(wanted.topic))
                .and(wanted.due ? ARTICLE.REVIEW_ON.le(Helsinki.today(clock)) : noCondition());
    }

    private String nearly(String words) {
        return db.select(SEARCH_WORDS.NEARLY).from(SEARCH_WORDS.call(words)).fetchSingle(mapping(nearly -> nearly));
    }

    private List<Article> rows(Condition condition, int offset, int limit) {
        var newest = ARTICLE_VERSION.as("newest");
        return db.select(
                        ARTICLE.ID,
                        row(FI.TITLE, SV.TITLE, EN.TITLE).mapping(Localized::new),
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        ARTICLE_VERSION.AUDIENCE,
                        STAFF.ID,
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        ARTICLE.REVIEW_ON,
                        ARTICLE.PUBLISHED,
                        ARTICLE_VERSION.VERSION,
                        lately(count()),
                        lately(count(SUGGESTION.USED_AT)))
                .from(ARTICLE)
                .join(ARTICLE_VERSION)
                .on(ARTICLE_VERSION.ARTICLE_ID.eq(ARTICLE.ID))
                .and(ARTICLE_VERSION.VERSION.eq(
                        select(max(newest.VERSION)).from(newest).where(newest.ARTICLE_ID.eq(ARTICLE.ID))))
                .join(CONTACT_TOPIC)
                .on(CONTACT_TOPIC.CODE.eq(ARTICLE_VERSION.TOPIC_CODE))
                .join(STAFF)
                .on(STAFF.ID.eq(ARTICLE.OWNER_ID))
                .join(FI)
                .on(isText(FI, Language.FI))
                .join(SV)
                .on(isText(SV, Language.SV))
                .join(EN)
                .on(isText(EN, Language.EN))
                .where(condition)
                .orderBy(ARTICLE.REVIEW_ON, ARTICLE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Article::new));
    }

    private static Condition isText(ArticleText text, Language language) {
        return text.ARTICLE_ID
                .eq(ARTICLE.ID)
                .and(text.VERSION.eq(ARTICLE_VERSION.VERSION))
                .and(text.LANGUAGE.eq(inline(language)));
    }

    private Field<Integer> lately(Field<Integer> number) {
        return coalesce(
                field(select(number)
                        .from(SUGGESTION)
                        .where(SUGGESTION.ARTICLE_ID.eq(ARTICLE.ID))
                        .and(SUGGESTION.SHOWN_AT.gt(Helsinki.now(clock).minusDays(DAYS_COUNTED)))),
                inline(0, SQLDataType.INTEGER));
    }
}
