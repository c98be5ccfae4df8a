package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.journey.Reporting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever somebody types comes back as it was typed, on every screen and in the mail, and does nothing else. */
@ExtendWith(WithPeople.class)
class BadInputIT {
    private static final int LONGEST = 10_000;
    private static final String ODD = "Hana 🚿 vuotaa 👩‍👩‍👧‍👦 كل يوم من الأسبوع \u202eואז\n"
            + "<script>window.broken = true; alert('x')</script><img src=x onerror=\"window.broken=true\">\n"
            + "'; drop table fault; -- {0} ${jndi:ldap://x} \\ \u0000".replace("\u0000", "%00") + "\n"
            + "  sisennetty\trivi & &amp; \"lainaus\" ";
    private static final Duration MAIL = Duration.ofSeconds(30);

    @Test
    void a_report_of_ten_thousand_odd_characters_comes_back_as_typed(People people, House house) {
        var told = filled(LONGEST);
        try (var matti = people.resident("matti");
                var lehto = people.crew("lehto")) {
            Reporting.drippingTap(matti);
            matti.type(matti.say("details.description"), told + "!");
            Reporting.letIn(matti);
            matti.press(matti.say("details.send")).sees(matti.say("gap.DESCRIPTION_TOO_LONG"));
            assertThat(matti.field(matti.say("details.description"))).hasValue(told + "!");
            Look.isAccessible(matti);
            matti.type(matti.say("details.description"), told).press(matti.say("details.send"));
            shows(matti, matti.main().locator(".typed"), told);
            lehto.go("/work/"
                    + house.sql()
                            .one(
                                    "select w.id from work_order w join fault f on f.id = w.fault_id where f.description = ?",
                                    told));
            shows(lehto, lehto.page().locator(".job .typed"), told);
            Look.isAccessible(lehto);
        }
    }

    @Test
    void a_message_and_its_answer_come_back_as_typed_on_both_sides_and_in_the_mail(People people, House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, minutes_left = null, merged_into = null"
                                + " where state <> 'CLOSED'");
        try (var matti = people.resident("matti");
                var oja = people.staff("oja")) {
            matti.go("/contacts/new").pick("Muu asia");
            matti.type(matti.say("contact.subject"), "<b>Lihava</b> 'otsikko' 🚪");
            matti.type(matti.say("contact.body"), ODD).press(matti.say("contact.send"));
            matti.seesHeading("<b>Lihava</b> 'otsikko' 🚪");
            shows(matti, matti.page().locator(".bubble.mine .typed"), ODD);

            oja.press(oja.say("queue.takeNext")).seesHeading("<b>Lihava</b> 'otsikko' 🚪");
            shows(oja, oja.page().locator(".contact .typed"), ODD);
            oja.type(oja.say("contact.answer"), ODD).press(oja.say("contact.reply"));
            oja.sees(oja.say("contact.left.ANSWERED"));
            shows(matti, matti.page().locator(".bubble.theirs .typed"), ODD);
            var mail = house.post().await("matti.saarela@example.org", MAIL, "drop table fault");
            assertThat(unwrapped(mail.text())).contains(unwrapped(ODD));
            assertThat(house.sql().count("select count(*) from fault")).isPositive();
        }
    }

    private static String unwrapped(String text) {
        return text.replace("\r\n", "\n").replaceAll("(?m)^> ", "").strip();
    }

    private static String filled(int length) {
        var text = new StringBuilder(ODD);
        while (text.codePointCount(0, text.length()) < length - 10) {
            text.append(" pitkä ääkkönen");
        }
        while (text.codePointCount(0, text.length()) > length - 1) {
            text.deleteCharAt(text.length() - 1);
        }
        while (text.codePointCount(0, text.length()) < length) {
            text.append('.');
        }
        return text.toString();
    }

    /** To the character, and without a script of it having run. */
    private static void shows(Window window, Locator where, String typed) {
        assertThat(where.first())
                .containsText("drop table", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(where.first().evaluate("node => node.textContent")).isEqualTo(typed);
        assertThat(window.page().evaluate("window.broken === undefined")).isEqualTo(true);
        assertThat(window.page().locator("main script, main img[src=x]").count())
                .isZero();
    }
}
