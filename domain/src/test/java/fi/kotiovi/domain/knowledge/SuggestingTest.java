package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.NOTICE;
import static fi.kotiovi.db.Tables.SUGGESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuggestingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Shelf shelf = new Shelf(town);
    private final HelpOffers offers = town.portal(HelpOffers.class);
    private final Help help = town.portal(Help.class);
    private final Suggestions suggestions = town.backOffice(Suggestions.class);
    private final MyContacts mine = town.portal(MyContacts.class);
    private final Answers answers = town.backOffice(Answers.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final Drafts drafts = town.portal(Drafts.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident matti = town.homes().residentOf(office, "Matti");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private UUID keys = new UUID(0, 0);

    @BeforeAll
    void a_shelf_with_three_books() {
        var leena = town.work().clerk("Leena", office, StaffRole.MANAGER);
        keys = shelf.publishes(
                leena, Shelf.article(0, "Lisäavaimen tilaaminen", "Tilaa avain meiltä.", "avain, lisäavain, avaimet"));
        shelf.publishes(leena, Shelf.article(0, "Saunavuorot", "Vuoro on viikoittain.", "sauna, saunavuoro"));
        shelf.publishes(leena, Shelf.article(0, "Lemmikit", "Koira saa olla.", "koira, kissa"));
    }

    @Test
    void bent_words_and_wrong_letters_find_the_help() {
        for (var typed : List.of("avaimen", "lisäavaimia", "lisavain", "tilaminen")) {
            assertThat(town.as(aino, () -> help.find(typed, Language.FI)))
                    .as(typed)
                    .extracting(HelpPage::id)
                    .first()
                    .isEqualTo(keys);
        }
        assertThat(town.as(aino, () -> help.find("avaruus%_'\\&|!:*", Language.FI)))
                .isEmpty();
    }

    @Test
    void a_resident_who_writes_is_offered_what_fits_and_nothing_else() {
        assertThat(town.as(aino, () -> offers.to("Hei, poikani tarvitsisi oman avaimen, miten tilaan?", Language.FI)))
                .extracting(Offer::id)
                .containsExactly(keys);
        assertThat(town.as(aino, () -> offers.to("Kiitos hyvästä palvelusta viime viikolla!", Language.FI)))
                .isEmpty();
        assertThat(town.as(aino, () -> offers.to("Hei", Language.FI))).isEmpty();
    }

    @Test
    void news_of_the_own_building_come_first() {
        var now = Town.at("2026-03-03T08:00");
        var home = town.as(aino, () -> town.portal(Residents.class).myHome()).orElseThrow();
        town.db()
                .insertInto(NOTICE)
                .set(NOTICE.BUILDING_ID, home.buildingId())
                .set(NOTICE.SHOWN, OffsetDateTimeRange.offsetDateTimeRange(now.minusDays(1), now.plusDays(1)))
                .set(NOTICE.TITLE_FI, "Vesikatko huomenna")
                .set(NOTICE.TITLE_SV, "Vattenavbrott")
                .set(NOTICE.TITLE_EN, "Water off")
                .set(NOTICE.BODY_FI, "Laske vettä talteen.")
                .set(NOTICE.BODY_SV, "Tappa upp vatten.")
                .set(NOTICE.BODY_EN, "Fill a bottle.")
                .execute();
        assertThat(town.as(aino, () -> offers.to("Kuinka kauan vesikatkos kestää?", Language.FI)))
                .extracting(Offer::news)
                .first()
                .isEqualTo(true);
    }

    @Test
    void whoever_was_helped_sends_nothing_and_the_draft_is_gone() {
        var submission = UUID.randomUUID();
        town.as(aino, () -> drafts.save(DraftKind.CONTACT, Map.of("BODY", "Mistä saan avaimen?")));
        var offer = town.as(aino, () -> offers.to("Mistä saan uuden avaimen?", Language.FI))
                .getFirst();
        town.as(aino, () -> offers.shown(submission, List.of(offer)));
        town.as(aino, () -> offers.helped(submission, offer));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.CONTACT))).isEmpty();
        assertThat(town.db()
                        .fetchCount(
                                SUGGESTION, SUGGESTION.SUBJECT_ID.eq(submission).and(SUGGESTION.USED_AT.isNotNull())))
                .isEqualTo(1);
    }

    @Test
    void a_clerk_is_shown_articles_and_earlier_answers_without_notes_and_codes() {
        answered(
                "Lisäavain tyttärelle",
                "Miten tilaan lisäavaimen tyttärelleni?",
                "Tilasimme avaimen. Tili FI21 1234 5600 0007 85.",
                "Salainen huomio");
        var asked = sent(matti, "Lisäavain pojalle", "Tarvitsen lisäavaimen pojalleni. Miten tilaan?");
        var all = town.as(liisa, () -> suggestions.to(asked));
        assertThat(all.getFirst().id()).isEqualTo(keys);
        assertThat(all)
                .filteredOn(one -> !one.isArticle())
                .singleElement()
                .satisfies(one -> assertThat(one.body()).isEqualTo("Tilasimme avaimen. Tili."));
        assertThat(all).extracting(Suggestion::body).noneMatch(body -> body.contains("Salainen"));
        town.as(liisa, () -> suggestions.use(asked, all.getFirst()));
        town.as(liisa, () -> suggestions.to(asked));
        var article = town.as(liisa, () -> shelf.articles.one(keys)).orElseThrow();
        assertThat(article.shown()).isPositive();
        assertThat(article.used()).isPositive().isLessThanOrEqualTo(article.shown());
        assertThat(town.db()
                        .fetchCount(SUGGESTION, SUGGESTION.SUBJECT_ID.eq(asked).and(SUGGESTION.ARTICLE_ID.eq(keys))))
                .as("shown twice, counted once")
                .isEqualTo(1);
    }

    @Test
    void nothing_drafts_unless_somebody_adds_it_and_then_it_is_told_no_codes() {
        var asked = sent(matti, "Lisäavain", "Tilaan avaimen, tunnus 131052-308T.");
        assertThat(town.backOffice(ReplyDrafts.class).areOn()).isFalse();
        assertThat(town.as(liisa, () -> town.backOffice(ReplyDrafts.class).draft(asked, List.of())))
                .isEmpty();
        var heard = new ArrayList<ReplyWriter.Question>();
        var listening = new ReplyWriter() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Optional<String> draft(Question question) {
                heard.add(question);
                return Optional.of("Hei Matti");
            }
        };
        var drafts = new ReplyDrafts(
                town.backOffice(DSLContext.class),
                town.backOffice(Callers.class),
                Map.of("listening", listening),
                "listening");
        assertThat(town.as(liisa, () -> drafts.draft(asked, suggestions.to(asked))))
                .contains("Hei Matti");
        assertThat(heard).singleElement().satisfies(question -> {
            assertThat(question.message()).isEqualTo("Tilaan avaimen, tunnus.");
            assertThat(question.known()).contains("Tilaa avain meiltä.");
        });
    }

    @Test
    void a_resident_sees_no_suggestions_of_the_office() {
        var asked = sent(matti, "Kissa", "Saako kissan?");
        assertThatThrownBy(() -> town.as(aino, () -> suggestions.to(asked))).isInstanceOf(NotAllowedException.class);
    }

    private UUID sent(Caller.Resident who, String subject, String body) {
        return Expect.a(
                        Writing.Sent.class,
                        town.as(
                                who,
                                () -> mine.write(
                                        new WriteContact(UUID.randomUUID(), "KEYS", subject, body, List.of()))))
                .contact()
                .id();
    }

    private void answered(String subject, String body, String answer, String note) {
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, Town.at(Town.START))
                .execute();
        var contact = sent(aino, subject, body);
        var taken = town.as(liisa, queue::takeNext).orElseThrow();
        assertThat(taken.id()).isEqualTo(contact);
        town.as(liisa, () -> answers.note(contact, note));
        var seen = town.as(liisa, () -> answers.thread(contact)).getLast().id();
        town.as(liisa, () -> answers.answer(contact, WriteAnswer.of(UUID.randomUUID(), answer), seen, Ending.CLOSED));
    }
}
