package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.ARTICLE;
import static fi.kotiovi.db.Tables.ARTICLE_TEXT;
import static fi.kotiovi.db.Tables.ARTICLE_VERSION;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.STAFF_HAS_ROLE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing articles. Whoever answers may propose: a save is a version that nobody reads yet. Whoever leads publishes one,
 * an older one too, and says who keeps it true until when.
 */
@Service
public class ArticleWriting {
    /** After so many months somebody looks whether it is still true. */
    public static final int MONTHS_TRUSTED = 6;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    ArticleWriting(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** Somebody who can keep an article. */
    public record Keeper(UUID id, String name) implements Serializable {}

    /** Whoever could own an article, by name. */
    @Transactional(readOnly = true)
    public List<Keeper> keepers() {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(STAFF.ID, concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME))
                .from(STAFF)
                .where(STAFF.ID.in(select(STAFF_HAS_ROLE.STAFF_ID)
                        .from(STAFF_HAS_ROLE)
                        .where(STAFF_HAS_ROLE.ROLE.in(AGENT, DESK, MANAGER))))
                .orderBy(STAFF.GIVEN_NAME, STAFF.FAMILY_NAME)
                .fetch(mapping(Keeper::new));
    }

    /** Begins an article, which belongs to whoever began it. */
    @Transactional
    public Saving begin(SaveArticle text) {
        var me = callers.staff(AGENT, MANAGER);
        var gaps = text.gaps();
        if (!gaps.isEmpty()) {
            return new Saving.Incomplete(gaps);
        }
        var article = db.insertInto(ARTICLE)
                .set(ARTICLE.OWNER_ID, me.id())
                .set(ARTICLE.REVIEW_ON, Helsinki.today(clock).plusMonths(MONTHS_TRUSTED))
                .set(ARTICLE.CREATED_AT, Helsinki.now(clock))
                .returningResult(ARTICLE.ID)
                .fetchSingle(mapping(id -> id));
        return version(article, 1, text, me.id());
    }

    /** Saves the next version; what is read stays what it was until somebody publishes. */
    @Transactional
    public Saving save(UUID article, SaveArticle text) {
        var me = callers.staff(AGENT, MANAGER);
        var gaps = text.gaps();
        if (!gaps.isEmpty()) {
            return new Saving.Incomplete(gaps);
        }
        var newest = newest(article);
        return newest == text.seen() ? version(article, newest + 1, text, me.id()) : new Saving.Overtaken(newest);
    }

    /** Brings an older version back as the newest one. */
    @Transactional
    public Saving restore(UUID article, int version) {
        var me = callers.staff(AGENT, MANAGER);
        var newest = newest(article);
        if (version >= newest) {
            return new Saving.Overtaken(newest);
        }
        var next = newest + 1;
        var copied = db.insertInto(
                        ARTICLE_VERSION,
                        ARTICLE_VERSION.ARTICLE_ID,
                        ARTICLE_VERSION.VERSION,
                        ARTICLE_VERSION.TOPIC_CODE,
                        ARTICLE_VERSION.AUDIENCE,
                        ARTICLE_VERSION.STAFF_ID,
                        ARTICLE_VERSION.AT,
                        ARTICLE_VERSION.RESTORED_FROM)
                .select(select(
                                ARTICLE_VERSION.ARTICLE_ID,
                                inline(next),
                                ARTICLE_VERSION.TOPIC_CODE,
                                ARTICLE_VERSION.AUDIENCE,
                                inline(me.id()),
                                inline(Helsinki.now(clock)),
                                ARTICLE_VERSION.VERSION)
                        .from(ARTICLE_VERSION)
                        .where(ARTICLE_VERSION.ARTICLE_ID.eq(article))
                        .and(ARTICLE_VERSION.VERSION.eq(version)))
                .execute();
        if (copied == 0) {
            throw new NotAllowedException("There is no version " + version + " of " + article);
        }
        db.insertInto(
                        ARTICLE_TEXT,
                        ARTICLE_TEXT.ARTICLE_ID,
                        ARTICLE_TEXT.VERSION,
                        ARTICLE_TEXT.LANGUAGE,
                        ARTICLE_TEXT.TITLE,
                        ARTICLE_TEXT.BODY,
                        ARTICLE_TEXT.WORDS)
                .select(select(
                                ARTICLE_TEXT.ARTICLE_ID,
                                inline(next),
                                ARTICLE_TEXT.LANGUAGE,
                                ARTICLE_TEXT.TITLE,
                                ARTICLE_TEXT.BODY,
                                ARTICLE_TEXT.WORDS)
                        .from(ARTICLE_TEXT)
                        .where(ARTICLE_TEXT.ARTICLE_ID.eq(article))
                        .and(ARTICLE_TEXT.VERSION.eq(version)))
                .execute();
        return new Saving.Saved(article, next);
    }

    /** From now on this version is read; the day of review moves on. */
    @Transactional
    public void publish(UUID article, int version) {
        callers.staff(MANAGER);
        db.update(ARTICLE)
                .set(ARTICLE.PUBLISHED, version)
                .set(ARTICLE.REVIEW_ON, Helsinki.today(clock).plusMonths(MONTHS_TRUSTED))
                .where(ARTICLE.ID.eq(article))
                .execute();
    }

    /** Who keeps it true, and when somebody looks at it next. */
    @Transactional
    public void care(UUID article, UUID owner, LocalDate reviewOn) {
        callers.staff(MANAGER);
        db.update(ARTICLE)
                .set(ARTICLE.OWNER_ID, owner)
                .set(ARTICLE.REVIEW_ON, reviewOn)
                .where(ARTICLE.ID.eq(article))
                .execute();
    }

    /** It has been read and is still true. */
    @Transactional
    public void reviewed(UUID article) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var mine = ARTICLE.OWNER_ID.eq(me.id());
        var done = db.update(ARTICLE)
                .set(ARTICLE.REVIEW_ON, Helsinki.today(clock).plusMonths(MONTHS_TRUSTED))
                .where(ARTICLE.ID.eq(article))
                .and(me.isAny(MANAGER) ? ARTICLE.ID.isNotNull() : mine)
                .execute();
        if (done == 0) {
            throw new NotAllowedException("Its owner or whoever leads says that an article is still true.");
        }
    }

    /** Locked, so that two who save at once become two versions or one refusal, never one number twice. */
    private int newest(UUID article) {
        if (db.select(ARTICLE.ID)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(article))
                .forUpdate()
                .fetch()
                .isEmpty()) {
            throw new NotAllowedException("No such article: " + article);
        }
        return db.select(ARTICLE_VERSION.VERSION)
                .from(ARTICLE_VERSION)
                .where(ARTICLE_VERSION.ARTICLE_ID.eq(article))
                .orderBy(ARTICLE_VERSION.VERSION.desc())
                .limit(1)
                .fetchSingle(mapping(version -> version));
    }

    private Saving version(UUID article, int number, SaveArticle text, UUID me) {
        db.insertInto(ARTICLE_VERSION)
                .set(ARTICLE_VERSION.ARTICLE_ID, article)
                .set(ARTICLE_VERSION.VERSION, number)
                .set(ARTICLE_VERSION.TOPIC_CODE, text.topic())
                .set(ARTICLE_VERSION.AUDIENCE, text.audience())
                .set(ARTICLE_VERSION.STAFF_ID, me)
                .set(ARTICLE_VERSION.AT, Helsinki.now(clock))
                .execute();
        for (var language : Language.values()) {
            var written = text.in(language);
            db.insertInto(ARTICLE_TEXT)
                    .set(ARTICLE_TEXT.ARTICLE_ID, article)
                    .set(ARTICLE_TEXT.VERSION, number)
                    .set(ARTICLE_TEXT.LANGUAGE, language)
                    .set(ARTICLE_TEXT.TITLE, written.title())
                    .set(ARTICLE_TEXT.BODY, written.body())
                    .set(ARTICLE_TEXT.WORDS, written.words())
                    .execute();
        }
        return new Saving.Saved(article, number);
    }
}
