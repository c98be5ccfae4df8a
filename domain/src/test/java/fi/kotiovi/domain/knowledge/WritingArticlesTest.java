package fi.kotiovi.domain.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.knowledge.Saving.Gap;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WritingArticlesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Shelf shelf = new Shelf(town);
    private final Help help = town.portal(Help.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Staff agent = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff manager = town.work().clerk("Leena", office, StaffRole.MANAGER);
    private final Caller.Staff mechanic =
            town.work().mechanic("Timo", town.work().crew("Huolto"), StaffRole.CREW);

    @Test
    void what_an_agent_saves_is_read_by_residents_only_when_a_manager_has_published_it() {
        var article = shelf.begins(agent, Shelf.article(0, "Avain", "Ensimmäinen.", ""));
        assertThat(town.as(aino, () -> help.one(article, Language.FI))).isEmpty();
        assertThatThrownBy(() -> town.as(agent, () -> shelf.writing.publish(article, 1)))
                .isInstanceOf(NotAllowedException.class);
        town.as(manager, () -> shelf.writing.publish(article, 1));
        assertThat(town.as(aino, () -> help.one(article, Language.FI))
                        .orElseThrow()
                        .body())
                .isEqualTo("Ensimmäinen.");

        saves(article, Shelf.article(1, "Avain", "Toinen.", ""));
        assertThat(town.as(aino, () -> help.one(article, Language.FI))
                        .orElseThrow()
                        .body())
                .as("a proposal is nobody's to read")
                .isEqualTo("Ensimmäinen.");
        assertThat(town.as(agent, () -> shelf.articles.one(article))
                        .orElseThrow()
                        .hasProposal())
                .isTrue();
    }

    @Test
    void an_older_version_is_read_and_brought_back_as_a_new_one() {
        var article = shelf.begins(agent, Shelf.article(0, "Sauna", "Vanha.", ""));
        saves(article, Shelf.article(1, "Sauna", "Uusi.", ""));
        Expect.a(Saving.Saved.class, town.as(agent, () -> shelf.writing.restore(article, 1)));
        assertThat(town.as(agent, () -> shelf.articles.versions(article)))
                .extracting(ArticleVersion::number, ArticleVersion::restoredFrom, ArticleVersion::author)
                .containsExactly(
                        tuple(3, 1, "Liisa Virtanen"),
                        tuple(2, null, "Liisa Virtanen"),
                        tuple(1, null, "Liisa Virtanen"));
        assertThat(town.as(agent, () -> shelf.articles.texts(article, 3))
                        .getOrDefault(Language.FI, LocalText.EMPTY)
                        .body())
                .isEqualTo("Vanha.");
    }

    @Test
    void of_two_who_save_at_once_one_is_told_to_look_first() {
        var article = shelf.begins(agent, Shelf.article(0, "Pyykki", "Alku.", ""));
        var outcomes = Race.of(
                2,
                n -> () -> town.as(
                        n == 0 ? agent : manager,
                        () -> shelf.writing.save(article, Shelf.article(1, "Pyykki", "Kohta " + n, ""))));
        assertThat(outcomes).hasAtLeastOneElementOfType(Saving.Saved.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Saving.Overtaken.class);
    }

    @Test
    void what_is_missing_is_said_by_language_and_nothing_is_saved() {
        var incomplete = Expect.a(
                Saving.Incomplete.class,
                town.as(
                        agent,
                        () -> shelf.writing.begin(new SaveArticle(
                                0,
                                "KEYS",
                                ArticleAudience.RESIDENTS,
                                Map.of(Language.FI, new LocalText("Avain", "", ""))))));
        assertThat(incomplete.gaps().get(Language.FI)).containsExactly(Gap.BODY_MISSING);
        assertThat(incomplete.gaps().get(Language.EN)).containsExactlyInAnyOrder(Gap.TITLE_MISSING, Gap.BODY_MISSING);
    }

    @Test
    void what_is_due_for_review_is_listed_until_somebody_says_that_it_is_still_true() {
        var article = shelf.begins(agent, Shelf.article(0, "Lemmikit", "Saa olla.", ""));
        town.as(manager, () -> shelf.writing.care(article, agent.id(), LocalDate.of(2026, 3, 1)));
        var due = new Articles.Wanted("", "", true);
        assertThat(town.as(agent, () -> shelf.articles.list(due, 0, 10)))
                .extracting(Article::id)
                .contains(article);
        town.as(agent, () -> shelf.writing.reviewed(article));
        assertThat(town.as(agent, () -> shelf.articles.list(due, 0, 10)))
                .extracting(Article::id)
                .doesNotContain(article);
    }

    @Test
    void what_is_for_the_office_is_no_residents_to_read_or_find() {
        var inside = shelf.publishes(
                manager,
                Shelf.article(0, ArticleAudience.OFFICE, "Perintätilanteet", "Vain meille.", "maksuvaikeudet"));
        assertThat(town.as(aino, () -> help.one(inside, Language.FI))).isEmpty();
        assertThat(town.as(aino, () -> help.find("perintätilanteet", Language.FI)))
                .isEmpty();
        assertThat(town.as(mechanic, () -> shelf.articles.one(inside))).isPresent();
    }

    @Test
    void a_crew_writes_nothing_and_a_resident_lists_nothing() {
        assertThatThrownBy(() -> town.as(mechanic, () -> shelf.writing.begin(Shelf.article(0, "A", "B", ""))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, () -> shelf.articles.list(Articles.Wanted.ALL, 0, 1)))
                .isInstanceOf(NotAllowedException.class);
    }

    private void saves(UUID article, SaveArticle text) {
        Expect.a(Saving.Saved.class, town.as(agent, () -> shelf.writing.save(article, text)));
    }
}
