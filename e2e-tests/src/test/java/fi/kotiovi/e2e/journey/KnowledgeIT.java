package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the office knows answers before anybody has to: in the help, beside a message being written, and beside an answer. */
@ExtendWith(WithPeople.class)
@Order(15)
class KnowledgeIT {
    private static final String QUESTION = "Hei, poikani tarvitsisi oman avaimen. Miten tilaan lisäavaimen?";
    private static final String ARTICLE = "Lisäavaimen tilaaminen";

    @BeforeEach
    void nobodyElseWaits(House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, merged_into = null"
                                + " where state <> 'CLOSED'");
    }

    @AfterEach
    void the_first_versions_are_read_again(House house) {
        house.sql().run("update article set published = 1");
        house.sql().run("delete from draft");
    }

    @Test
    void help_is_found_with_bent_words(People people) {
        try (var aino = people.resident("aino")) {
            aino.go("/help").seesHeading(aino.say("help.title"));
            Look.atEverySize(aino, "portal-help");
            aino.type(aino.say("help.search"), "avaimia");
            aino.sees(aino.say("help.found"));
            aino.follow(ARTICLE).seesHeading(ARTICLE).sees("Lisäavain tilataan aina meiltä");
            Look.atEverySize(aino, "portal-help-page");
        }
    }

    @Test
    void what_helps_while_writing_ends_it_and_otherwise_the_message_goes_as_ever(People people, House house) {
        try (var aino = people.resident("aino")) {
            var before = house.sql().count("select count(*) from contact");
            aino.go("/contacts/new").type(aino.say("contact.body"), QUESTION + " Tunnukseni on 131052-308T.");
            aino.sees(ARTICLE).sees(aino.words().start("secret.seen"));
            aino.page().locator(".offer summary").first().click();
            Look.atEverySize(aino, "portal-contact-secret");
            aino.page().locator(".offer").last().scrollIntoViewIfNeeded();
            Look.picture(aino, "portal-contact-offers");
            aino.press(aino.say("secret.out"));
            aino.page().locator(".secret").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(aino.field(aino.say("contact.body")).inputValue()).doesNotContain("131052");
            aino.press(aino.say("offer.helped")).seesHeading(aino.say("offer.done.title"));
            Look.at(aino, "portal-contact-helped");
            assertThat(house.sql().count("select count(*) from contact")).isEqualTo(before);

            write(aino);
        }
    }

    @Test
    void a_clerk_takes_a_suggestion_into_the_answer_with_one_press(People people) {
        try (var aino = people.resident("aino");
                var oja = people.staff("oja")) {
            write(aino);
            oja.press(oja.say("queue.takeNext")).sees(oja.say("suggest.title")).sees(ARTICLE);
            Look.at(oja, "office-suggestions");
            oja.press(oja.say("suggest.use"));
            oja.sees(oja.say("contact.draftKept"));
            assertThat(oja.field(oja.say("contact.answer")).inputValue()).startsWith("Lisäavain tilataan aina meiltä.");
            oja.go("/knowledge").seesHeading(oja.say("knowledge.title")).sees(ARTICLE);
        }
    }

    @Test
    void an_agent_proposes_and_a_manager_publishes(People people) {
        try (var oja = people.staff("oja");
                var virta = people.staff("virta")) {
            oja.go("/knowledge").seesHeading(oja.say("knowledge.title"));
            Look.at(oja, "office-knowledge");
            oja.follow("Kuivaushuone").seesHeading("Kuivaushuone");
            oja.page().locator("vaadin-text-area textarea").first().fill("Kuivaushuone on auki ympäri vuorokauden.");
            oja.press(oja.say("knowledge.save")).sees(oja.say("knowledge.state.proposal", 2));
            virta.go(oja.page().url().replaceAll("^.*(/knowledge/)", "$1"))
                    .sees(virta.say("knowledge.state.proposal", 2));
            Look.at(virta, "office-article");
            virta.press(virta.say("knowledge.publish", 2)).sees(virta.say("knowledge.state.published", 2));
        }
    }

    private static void write(Window aino) {
        aino.go("/contacts/new").seesHeading(aino.say("contact.new.title"));
        aino.pick("Avaimet")
                .type(aino.say("contact.subject"), "Lisäavain pojalle")
                .type(aino.say("contact.body"), QUESTION);
        aino.sees(ARTICLE);
        aino.press(aino.say("contact.send")).seesHeading(aino.say("contact.sent"));
    }
}
