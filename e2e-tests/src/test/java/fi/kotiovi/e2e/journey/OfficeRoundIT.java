package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.WithPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office's quieter pages: the way in, the keys, the letters sent, and addresses that lead nowhere. */
@ExtendWith(WithPeople.class)
class OfficeRoundIT {
    @Test
    void nobody_gets_past_the_sign_in_and_a_wrong_password_is_said_kindly(People people) {
        try (var desk = people.passerBy(Screen.DESK);
                var phone = people.passerBy(Screen.PHONE)) {
            for (var path : new String[] {"/", "/queue", "/desk", "/board", "/keys", "/work", "/alerts", "/sent"}) {
                desk.go(path).seesHeading(desk.say("login.title"));
            }
            Look.at(desk, "office-login");
            phone.go("/work").seesHeading(phone.say("login.title"));
            Look.at(phone, "office-login");
            phone.page().locator("input[name=username]:not([type=hidden])").fill("lehto");
            phone.page().locator("input[name=password]:not([type=hidden])").fill("wrong");
            phone.page().locator("input[name=password]:not([type=hidden])").press("Enter");
            phone.sees(phone.say("login.wrong"));
            Look.isAccessible(phone);
        }
    }

    @Test
    void a_clerk_finds_a_key_by_a_few_letters_and_is_told_when_there_is_none(People people) {
        try (var laine = people.staff("laine")) {
            laine.go("/keys").type(laine.say("keys.search"), "Vasskroken 2 C 11");
            assertThat(laine.page().locator(".key-row:not(.head)").first()).containsText("Vasskroken 2 C 11");
            Look.at(laine, "office-keys");
            laine.type(laine.say("keys.search"), "Ei mitään tällaista");
            laine.sees(laine.words().get("keys.none", 0, "Ei mitään tällaista"));
            Look.isAccessible(laine);
        }
    }

    @Test
    void the_lead_of_the_office_sees_the_week_and_sets_it(People people) {
        try (var virta = people.staff("virta")) {
            virta.go("/calendar").press(virta.say("calendar.weekAfter"));
            virta.sees("9.00–15.00");
            Look.at(virta, "office-calendar");
            virta.page()
                    .getByText(virta.say("calendar.form.WEEKLY_HOURS"))
                    .first()
                    .click();
            virta.type("maanantai", "aamusta iltaan").press(virta.say("calendar.save"));
            virta.sees(virta.say("calendar.hours.wrong"));
            assertThat(virta.field("maanantai")).hasValue("aamusta iltaan");
            Look.at(virta, "office-calendar-form");
        }
    }

    @Test
    void what_was_sent_to_whom_can_be_read(People people) {
        try (var laine = people.staff("laine")) {
            laine.go("/sent");
            assertThat(laine.page().locator(".sent-row").first()).isVisible();
            Look.at(laine, "office-sent");
        }
    }

    @Test
    void an_address_that_leads_nowhere_and_one_of_another_trade_are_answered_calmly(People people) {
        try (var laine = people.staff("laine");
                var salmi = people.crew("salmi")) {
            laine.go("/nowhere").seesHeading(laine.say("error.notFound"));
            Look.isAccessible(laine);
            salmi.go("/desk").seesHeading(salmi.say("error.denied"));
            Look.isAccessible(salmi);
        }
    }
}
