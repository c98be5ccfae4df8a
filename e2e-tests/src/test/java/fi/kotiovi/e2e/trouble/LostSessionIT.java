package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import fi.kotiovi.e2e.browser.Camera;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Until;
import fi.kotiovi.e2e.journey.Reporting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing that was written is lost: not by a reload, not by a session that ended. */
@ExtendWith(WithPeople.class)
class LostSessionIT {
    private static final String TOLD = "Kesken jäänyt kertomus hanasta";
    private static final String TIMES = "Maanantaina aamulla";

    @BeforeEach
    void nothingIsBegun(House house) {
        house.sql().run("delete from draft");
    }

    @Test
    void a_reload_keeps_the_words_and_the_photo(People people, House house) {
        try (var matti = people.resident("matti")) {
            begin(matti, house);
            matti.reload();
            isThere(matti);
        }
    }

    @Test
    void a_session_that_ended_keeps_the_words_and_the_photo(People people, House house) {
        try (var matti = people.resident("matti")) {
            begin(matti, house);
            matti.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            matti.go("/faults/new/details").seesHeading(matti.say("login.title"));
            matti.signIn("matti").go("/faults/new/details");
            isThere(matti);
        }
    }

    @Test
    void a_click_after_the_session_ended_leads_to_the_sign_in_and_back_to_the_words(People people, House house) {
        try (var matti = people.resident("matti")) {
            begin(matti, house);
            var session = matti.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("JSESSIONID"))
                    .findFirst()
                    .orElseThrow();
            // the browser still shows its ticket, and the server knows it no more
            session.value = "0".repeat(session.value.length());
            matti.page().context().addCookies(List.of(session));
            matti.press(matti.say("details.send"));
            back(matti, "session.expired");
            isThere(matti);
        }
    }

    @Test
    void a_browser_that_forgets_its_cookies_is_told_so_calmly_and_finds_the_words_again(People people, House house) {
        try (var matti = people.resident("matti")) {
            begin(matti, house);
            matti.page().context().clearCookies();
            matti.press(matti.say("details.send"));
            matti.sees(matti.say("session.forgotten"));
            Look.picture(matti, "portal-forgotten");
            back(matti, "session.forgotten");
            isThere(matti);
        }
    }

    @Test
    void the_last_words_are_in_the_language_of_the_person_not_of_the_browser(People people) {
        try (var elin = people.visitor(Screen.PHONE, "fi").signIn("elin")) {
            var swedish = new Words("portal", "sv");
            elin.go("/contacts/new").seesHeading(swedish.get("contact.new.title"));
            elin.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            elin.press(swedish.get("contact.send")).sees(swedish.get("session.forgotten"));
            elin.page().keyboard().press("Enter");
            elin.seesHeading(swedish.get("login.title"));
        }
    }

    /** One calm sentence, one thing to do, and after the sign-in the same page again. */
    private static void back(Window matti, String sentence) {
        matti.sees(matti.say(sentence));
        Look.isAccessible(matti);
        matti.press(matti.say("session.again")).seesHeading(matti.say("login.title"));
        matti.signIn("matti").seesHeading(matti.say("details.title"));
    }

    @Test
    void an_answer_half_written_in_the_office_waits_for_its_clerk(People people, House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, minutes_left = null, merged_into = null"
                                + " where state <> 'CLOSED'");
        try (var matti = people.resident("matti");
                var oja = people.staff("oja")) {
            matti.go("/contacts/new").pick("Muu asia");
            matti.type(matti.say("contact.subject"), "Luonnos").type(matti.say("contact.body"), "Kysymys");
            matti.press(matti.say("contact.send")).seesHeading("Luonnos");
            oja.press(oja.say("queue.takeNext")).seesHeading("Luonnos");
            oja.type(oja.say("contact.answer"), TOLD).sees(oja.say("contact.draftKept"));
            oja.page().context().clearCookies();
            oja.go("/queue").signIn("oja").go("/queue").seesHeading("Luonnos");
            assertThat(oja.field(oja.say("contact.answer"))).hasValue(TOLD);
            oja.press(oja.say("contact.sendAndClose")).sees(oja.say("contact.left.CLOSED"));
        }
    }

    private static void begin(Window matti, House house) {
        Reporting.drippingTap(matti);
        matti.type(matti.say("details.description"), TOLD).type(matti.say("entry.times"), TIMES);
        matti.attach("hana.jpg", "image/jpeg", Camera.photo());
        matti.button(matti.say("upload.remove", "hana.jpg")).waitFor();
        Until.isTrue(
                "the draft is kept",
                Duration.ofSeconds(5),
                () -> house.sql().first("select content::text from draft where kind = 'FAULT'").stream()
                        .anyMatch(kept -> kept.contains(TOLD) && kept.contains(TIMES)));
    }

    private static void isThere(Window matti) {
        assertThat(matti.field(matti.say("details.description"))).hasValue(TOLD);
        assertThat(matti.field(matti.say("entry.times"))).hasValue(TIMES);
        assertThat(matti.button(matti.say("upload.remove", "hana.jpg"))).isVisible();
    }
}
