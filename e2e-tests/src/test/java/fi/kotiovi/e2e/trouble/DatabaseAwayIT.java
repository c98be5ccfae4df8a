package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away and comes back: everybody stays calm, knows whom to phone, and goes on by themselves. */
@ExtendWith(WithPeople.class)
@Order(Integer.MAX_VALUE - 1)
class DatabaseAwayIT {
    private static final String USERNAME = "input[name=username]:not([type=hidden])";
    private static final String PASSWORD = "input[name=password]:not([type=hidden])";
    private static final int COMES_BACK_MILLIS = 40_000;

    @Test
    void pages_stay_calm_name_the_on_call_phone_and_come_back_by_themselves(People people, House house) {
        try (var matti = people.resident("matti");
                var lehto = people.crew("lehto");
                var laine = people.staff("laine");
                var visitor = people.visitor(Screen.PHONE, "fi")) {
            laine.go("/desk").sees(laine.say("oncall.now"));
            var back = house.databaseGone();
            try {
                matti.go("/faults").seesHeading(matti.say("unavailable.title")).sees("040 123 4567");
                Look.atEverySize(matti, "portal-unavailable");
                visitor.go("/login").seesHeading(visitor.say("login.title")).sees("040 123 4567");
                cannotSignIn(visitor);
                laine.sees(laine.say("connection.away")).sees("040 123 4567");
                Look.at(laine, "office-away");
                lehto.go("/work").sees(lehto.say("error.broken")).sees("040 123 4567");
                Look.at(lehto, "office-unavailable");
            } finally {
                back.run();
            }
            assertThat(matti.page().getByRole(AriaRole.HEADING).first())
                    .hasText(matti.say("fault.list.title"), new HasTextOptions().setTimeout(COMES_BACK_MILLIS));
            house.portal().awaitHealthy();
            house.office().awaitHealthy();
            assertThat(lehto.visible(lehto.say("work.mine")))
                    .isVisible(new IsVisibleOptions().setTimeout(COMES_BACK_MILLIS));
            laine.doesNotSee(laine.say("connection.away"));
            visitor.page().locator(PASSWORD).fill(House.password());
            visitor.page().locator(PASSWORD).press("Enter");
            visitor.seesHeading("Hei Matti");
        }
    }

    /** Nobody is told that the password is wrong when nobody could look. */
    private static void cannotSignIn(Window visitor) {
        visitor.page().locator(USERNAME).fill("matti");
        visitor.page().locator(PASSWORD).fill(House.password());
        visitor.page().locator(PASSWORD).press("Enter");
        visitor.seesSaid("login.unavailable.title").sees(visitor.say("login.unavailable.message"));
        visitor.sees("040 123 4567").doesNotSee(visitor.say("login.wrong.title"));
        assertThat(visitor.page().locator(USERNAME)).hasValue("matti");
        Look.isAccessible(visitor);
    }
}
