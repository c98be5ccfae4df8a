package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.HELP_ALIKE;
import static fi.kotiovi.db.Tables.SUGGESTION;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notice.Notices;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.SuggestionPlace;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may answer a resident while the message is still being written: news of the building first, then the help. */
@Service
public class HelpOffers {
    /** More would be in the way of writing. */
    public static final int MOST = 3;

    private static final int SHORTEST = 8;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Help help;
    private final Notices notices;
    private final Drafts drafts;

    HelpOffers(DSLContext db, Callers callers, Clock clock, Help help, Notices notices, Drafts drafts) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.help = help;
        this.notices = notices;
        this.drafts = drafts;
    }

    /** What fits the words so far, the best first; at most three, and none for a word or two. */
    @Transactional(readOnly = true)
    public List<Offer> to(String text, Language language) {
        callers.resident();
        var words = Storable.text(text).strip();
        if (words.length() < SHORTEST) {
            return List.of();
        }
        var news = notices.ofMyBuilding().stream()
                .filter(notice -> Alike.isAbout(
                        words, notice.title().in(language), notice.body().in(language)))
                .map(notice -> new Offer(
                        notice.id(),
                        true,
                        notice.title().in(language),
                        notice.body().in(language)));
        var pages = help
                .inOrder(
                        db.select(HELP_ALIKE.ID)
                                .from(HELP_ALIKE.call(words, language, MOST))
                                .fetch(HELP_ALIKE.ID),
                        language)
                .stream()
                .map(page -> new Offer(page.id(), false, page.title(), page.body()));
        return Stream.concat(news, pages).limit(MOST).toList();
    }

    /** Writes down what was shown beside a message; the same thing beside the same message once. */
    @Transactional
    public void shown(UUID submission, List<Offer> offers) {
        var me = callers.resident();
        offers.forEach(offer -> db.insertInto(SUGGESTION)
                .columns(
                        SUGGESTION.PLACE,
                        SUGGESTION.SUBJECT_ID,
                        SUGGESTION.ARTICLE_ID,
                        SUGGESTION.NOTICE_ID,
                        SUGGESTION.RESIDENT_ID,
                        SUGGESTION.SHOWN_AT)
                .values(
                        SuggestionPlace.PORTAL,
                        submission,
                        offer.news() ? null : offer.id(),
                        offer.news() ? offer.id() : null,
                        me.id(),
                        Helsinki.now(clock))
                .onConflictDoNothing()
                .execute());
    }

    /** That was the answer: nothing is sent, and what was written is thrown away. */
    @Transactional
    public void helped(UUID submission, Offer offer) {
        var me = callers.resident();
        shown(submission, List.of(offer));
        db.update(SUGGESTION)
                .set(SUGGESTION.USED_AT, Helsinki.now(clock))
                .where(SUGGESTION.SUBJECT_ID.eq(submission))
                .and(SUGGESTION.RESIDENT_ID.eq(me.id()))
                .and(offer.news() ? SUGGESTION.NOTICE_ID.eq(offer.id()) : SUGGESTION.ARTICLE_ID.eq(offer.id()))
                .execute();
        drafts.discard(DraftKind.CONTACT);
    }
}
