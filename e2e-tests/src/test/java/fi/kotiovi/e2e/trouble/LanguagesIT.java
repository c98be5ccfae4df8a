package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finnish, Swedish and English: chosen once, kept, and told to the browser. */
@ExtendWith(WithPeople.class)
class LanguagesIT {
    @Test
    void the_browser_decides_before_anybody_has_chosen(People people) {
        for (var language : new String[] {"fi", "sv", "en"}) {
            try (var visitor = people.visitor(Screen.PHONE, language)) {
                visitor.go("/").seesHeading(visitor.say("login.title"));
                speaks(visitor, language);
            }
        }
    }

    @Test
    void a_choice_is_remembered_across_pages_sessions_and_the_sign_in(People people) {
        try (var visitor = people.visitor(Screen.PHONE, "fi")) {
            visitor.go("/login").press("SV, På svenska");
            visitor.seesHeading(new Words("portal", "sv").get("login.title"));
            speaks(visitor, "sv");
            visitor.page()
                    .context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            visitor.go("/login").seesHeading(new Words("portal", "sv").get("login.title"));
            visitor.signIn("matti");
            speaks(visitor, "sv");
            visitor.go("/contacts/new").seesHeading(new Words("portal", "sv").get("contact.new.title"));
            speaks(visitor, "sv");
            visitor.press("FI, Suomeksi");
            visitor.seesHeading(visitor.say("contact.new.title"));
            speaks(visitor, "fi");
        }
    }

    @Test
    void the_language_of_one_person_is_not_that_of_the_next_at_the_same_device(People people) {
        try (var shared = people.visitor(Screen.PHONE, "fi")) {
            var swedish = new Words("portal", "sv");
            shared.signIn("matti").press("EN, In English");
            shared.seesHeading("Hello Matti").press(new Words("portal", "en").get("signout"));
            shared.seesHeading(new Words("portal", "en").get("login.title"));
            shared.signIn("elin").seesHeading("Hej Elin");
            speaks(shared, "sv");
            shared.press(swedish.get("signout")).seesHeading(swedish.get("login.title"));
            shared.signIn("matti")
                    .seesHeading("Hello Matti")
                    .press("FI, Suomeksi")
                    .seesHeading("Hei Matti");
        }
    }

    private static void speaks(Window window, String language) {
        assertThat(window.page().locator("html")).hasAttribute("lang", language);
    }
}
