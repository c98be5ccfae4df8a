package fi.kotiovi.domain.search;

import static fi.kotiovi.db.Tables.ARTICLE;
import static fi.kotiovi.db.Tables.ARTICLE_TEXT;
import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.SEARCH_ARTICLES;
import static fi.kotiovi.db.Tables.SEARCH_CONTACTS;
import static fi.kotiovi.db.Tables.SEARCH_WORDS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.Language;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds by what was written: messages and articles. */
@Component
class ContactHits {
    private final DSLContext db;

    ContactHits(DSLContext db) {
        this.db = db;
    }

    /** What was typed, with its words worked out once for all that is searched. */
    Asked asked(String typed) {
        var asked = new Asked(typed);
        return db.select(SEARCH_WORDS.EXACTLY, SEARCH_WORDS.NEARLY)
                .from(SEARCH_WORDS.call(asked.text()))
                .fetchSingle(mapping((exactly, nearly) -> new Asked(asked.text(), exactly, nearly)));
    }

    List<Hit> find(Asked asked, int offset, int limit) {
        var ids = asked.number()
                .map(number -> db.select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.NUMBER.eq(number))
                        .offset(offset)
                        .limit(limit)
                        .fetch(CONTACT.ID))
                .orElseGet(() -> db.select(SEARCH_CONTACTS.ID)
                        .from(SEARCH_CONTACTS.call(asked.exactly(), asked.nearly(), offset, limit))
                        .fetch(SEARCH_CONTACTS.ID));
        var first = field(select(CONTACT_MESSAGE.BODY)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                .orderBy(CONTACT_MESSAGE.ID)
                .limit(1));
        return db
                .select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT,
                        coalesce(
                                concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                                CONTACT.SENDER_NAME,
                                CONTACT.SENDER_ADDRESS,
                                inline("")),
                        Addresses.ADDRESS_IF_ANY,
                        CONTACT.ARRIVED_AT,
                        CONTACT.STATE,
                        coalesce(first, inline("")))
                .from(CONTACT)
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(CONTACT.RESIDENT_ID))
                .leftJoin(HOME)
                .on(HOME.ID.eq(CONTACT.HOME_ID))
                .leftJoin(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(CONTACT.ID.in(ids))
                .fetch(mapping((id, number, subject, person, address, at, state, body) -> new Hit(
                        id,
                        number,
                        Hit.same(Secrets.masked(subject)),
                        person,
                        address,
                        at,
                        "queue.state." + state,
                        Snippet.of(body, asked.text()))))
                .stream()
                .sorted(Comparator.comparingInt(hit -> ids.indexOf(hit.id())))
                .toList();
    }

    List<Hit> articles(Asked asked, int offset, int limit) {
        var ids = db.select(SEARCH_ARTICLES.ID)
                .from(SEARCH_ARTICLES.call(asked.text(), asked.nearly(), offset, limit))
                .fetch(SEARCH_ARTICLES.ID);
        return db
                .select(ARTICLE.ID, in(Language.FI), in(Language.SV), in(Language.EN))
                .from(ARTICLE)
                .join(ARTICLE_TEXT)
                .on(ARTICLE_TEXT.ARTICLE_ID.eq(ARTICLE.ID))
                .and(ARTICLE_TEXT.VERSION.eq(ARTICLE.PUBLISHED))
                .where(ARTICLE.ID.in(ids))
                .groupBy(ARTICLE.ID)
                .fetch(mapping((id, fi, sv, en) -> new Hit(id, "", new Localized(fi, sv, en), "", null, null, "", "")))
                .stream()
                .sorted(Comparator.comparingInt((Hit hit) -> ids.indexOf(hit.id())))
                .toList();
    }

    private static Field<String> in(Language language) {
        return coalesce(max(when(ARTICLE_TEXT.LANGUAGE.eq(inline(language)), ARTICLE_TEXT.TITLE)), inline(""));
    }
}
