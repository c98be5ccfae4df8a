package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.ANSWERS_ALIKE;
import static fi.kotiovi.db.Tables.ARTICLE;
import static fi.kotiovi.db.Tables.ARTICLES_ALIKE;
import static fi.kotiovi.db.Tables.ARTICLE_TEXT;
import static fi.kotiovi.db.Tables.ARTICLE_VERSION;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.SUGGESTION;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.MessageDirection;
import fi.kotiovi.vocabulary.SuggestionPlace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may help a clerk to answer: articles and earlier answers in the language of the contact. What colleagues noted is
 * never looked at, and nothing is sent by itself.
 */
@Service
public class Suggestions {
    /** Of each sort. */
    public static final int MOST = 3;

    private static final int LONGEST_SIGNATURE = 80;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Suggestions(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** The best three articles, then the best three earlier answers. That they were shown is counted, once a contact. */
    @Transactional
    public List<Suggestion> to(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var asked = db.select(CONTACT.SUBJECT, CONTACT.LANGUAGE)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle();
        var words = asked.value1() + " "
                + db
                        .select(CONTACT_MESSAGE.BODY)
                        .from(CONTACT_MESSAGE)
                        .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                        .and(CONTACT_MESSAGE.DIRECTION.eq(inline(MessageDirection.IN)))
                        .orderBy(CONTACT_MESSAGE.ID)
                        .fetch(CONTACT_MESSAGE.BODY)
                        .stream()
                        .collect(Collectors.joining(" "));
        var all = new ArrayList<Suggestion>();
        articles(words, asked.value2()).forEach(one -> {
            note(contact, me.id(), SUGGESTION.ARTICLE_ID, one.id());
            all.add(one);
        });
        answers(contact).forEach(one -> {
            note(contact, me.id(), SUGGESTION.MESSAGE_ID, one.id());
            all.add(one);
        });
        return all;
    }

    /** Writes down that it was taken into an answer. */
    @Transactional
    public void use(UUID contact, Suggestion suggestion) {
        callers.staff(AGENT, DESK, MANAGER);
        db.update(SUGGESTION)
                .set(SUGGESTION.USED_AT, Helsinki.now(clock))
                .where(SUGGESTION.SUBJECT_ID.eq(contact))
                .and((suggestion.isArticle() ? SUGGESTION.ARTICLE_ID : SUGGESTION.MESSAGE_ID).eq(suggestion.id()))
                .execute();
    }

    private List<Suggestion> articles(String words, Language language) {
        var ids = db.select(ARTICLES_ALIKE.ID)
                .from(ARTICLES_ALIKE.call(words, language, MOST))
                .fetch(ARTICLES_ALIKE.ID);
        return db
                .select(
                        ARTICLE.ID,
                        ARTICLE_TEXT.TITLE,
                        ARTICLE_TEXT.BODY,
                        inline(""),
                        field(ARTICLE_VERSION.AUDIENCE.eq(inline(ArticleAudience.OFFICE))))
                .from(ARTICLE)
                .join(ARTICLE_VERSION)
                .on(ARTICLE_VERSION.ARTICLE_ID.eq(ARTICLE.ID))
                .and(ARTICLE_VERSION.VERSION.eq(ARTICLE.PUBLISHED))
                .join(ARTICLE_TEXT)
                .on(ARTICLE_TEXT.ARTICLE_ID.eq(ARTICLE.ID))
                .and(ARTICLE_TEXT.VERSION.eq(ARTICLE.PUBLISHED))
                .where(ARTICLE.ID.in(ids))
                .and(ARTICLE_TEXT.LANGUAGE.eq(language))
                .fetch(mapping(Suggestion::new))
                .stream()
                .sorted(Comparator.comparingInt(one -> ids.indexOf(one.id())))
                .toList();
    }

    /** Without codes, account numbers and the name of whoever signed: this was said to and by somebody else. */
    private List<Suggestion> answers(UUID contact) {
        var ids = db.select(ANSWERS_ALIKE.ID)
                .from(ANSWERS_ALIKE.call(contact, MOST))
                .fetch(ANSWERS_ALIKE.ID);
        return db
                .select(
                        CONTACT_MESSAGE.ID,
                        CONTACT.SUBJECT,
                        CONTACT_MESSAGE.BODY,
                        CONTACT.NUMBER,
                        coalesce(STAFF.GIVEN_NAME, inline("")))
                .from(CONTACT_MESSAGE)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_MESSAGE.CONTACT_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(CONTACT_MESSAGE.STAFF_ID))
                .where(CONTACT_MESSAGE.ID.in(ids))
                .fetch(mapping((id, subject, body, number, clerk) -> new Suggestion(
                        id, Secrets.masked(subject), Secrets.without(unsigned(body, clerk)), number, false)))
                .stream()
                .sorted(Comparator.comparingInt(one -> ids.indexOf(one.id())))
                .toList();
    }

    /** The last lines go when they are short and hold the name of the clerk. */
    static String unsigned(String body, String clerk) {
        var text = body.strip();
        var last = text.lastIndexOf("\n\n");
        return last > 0 && !clerk.isEmpty() && text.length() - last < LONGEST_SIGNATURE && text.indexOf(clerk, last) > 0
                ? text.substring(0, last).strip()
                : text;
    }

    private void note(UUID contact, UUID me, TableField<?, UUID> what, UUID id) {
        db.insertInto(SUGGESTION)
                .set(SUGGESTION.PLACE, SuggestionPlace.OFFICE)
                .set(SUGGESTION.SUBJECT_ID, contact)
                .set(what, id)
                .set(SUGGESTION.STAFF_ID, me)
                .set(SUGGESTION.SHOWN_AT, Helsinki.now(clock))
                .onConflictDoNothing()
                .execute();
    }
}
