package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.WithPeople;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From any page of the office with one key to whatever somebody may see, and no further. */
@ExtendWith(WithPeople.class)
@Order(16)
class SearchIT {
    @Test
    void the_key_leads_from_any_page_to_what_was_meant(People people) {
        try (var aalto = people.staff("aalto")) {
            aalto.go("/queue").page().locator("h1").first().waitFor();
            aalto.page().keyboard().press("/");
            aalto.page().keyboard().type("autopaikkojen");
            aalto.page().keyboard().press("Enter");
            aalto.seesHeading(aalto.say("search.title")).sees("Autopaikan vaihto");
            Look.at(aalto, "office-search");
            aalto.follow("Autopaikan vaihto").seesHeading("Autopaikan vaihto");
            aalto.page().goBack();
            aalto.seesHeading(aalto.say("search.title")).sees("Autopaikan vaihto");

            aalto.page().locator(".search-main input").fill("aino karuh");
            aalto.sees("Aino Karhu");
            aalto.follow("Aino Karhu").seesHeading(aalto.say("call.title")).sees("Lehmuskuja 4");
        }
    }

    @Test
    void a_crew_finds_no_message_and_nobody(People people) {
        try (var lehto = people.staff("lehto")) {
            lehto.go("/search?q=autopaikkojen").seesHeading(lehto.say("search.title"));
            lehto.sees("Autopaikka").doesNotSee("Autopaikan vaihto");
            Look.at(lehto, "crew-search");
            lehto.go("/search?q=aino+karhu").sees(lehto.say("search.nothing", "aino karhu"));
            assertThat(lehto.page().locator(".hits").count()).isZero();
        }
    }
}
