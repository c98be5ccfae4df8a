package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.House;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Either application is killed under the hands of whoever uses it, who then goes on where they were. */
@ExtendWith(WithPeople.class)
@Order(31)
class KilledAppsIT {
    private static final Duration MAIL = Duration.ofSeconds(20);

    @Test
    void a_time_that_is_held_and_a_visit_that_is_booked_outlive_the_portal(People people, House house) {
        house.sql()
                .run(
                        "update visit set state = 'CANCELLED_RESIDENT', held_until = null where state in ('HELD', 'BOOKED')"
                                + " and visit_type_code = 'RENT_TALK'");
        try (var omar = people.resident("omar")) {
            var address = house.sql().one("select email from resident where given_name = 'Omar'");
            omar.go("/visits/new/RENT_TALK")
                    .page()
                    .locator("button.time")
                    .first()
                    .click();
            omar.seesHeading(omar.say("visit.title.HELD"));
            var visit = UUID.fromString(house.sql().one("select id from visit where state = 'HELD'"));
            cut(house.portal());
            omar.reload().signIn("omar").go("/visits/" + visit).seesHeading(omar.say("visit.title.HELD"));
            omar.pressSaid("visit.confirm").sees(omar.say("visit.booked"));
            cut(house.portal());
            omar.reload().signIn("omar").go("/visits/" + visit).seesHeading(omar.say("visit.title.BOOKED"));
            var subject = new Words("backoffice", "en").start("mail.VISIT_CONFIRMED.subject");
            house.post().await(address, MAIL, subject);
            assertThat(house.sql()
                            .count(
                                    "select count(*) from notification where cause_id = ? and kind = 'VISIT_CONFIRMED'",
                                    visit))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoever_was_called_is_still_at_that_counter_and_nobody_is_called_twice(People people, House house) {
        leave(house);
        try (var laine = people.staff("laine");
                var aalto = people.staff("aalto")) {
            laine.go("/desk").press(laine.say("desk.counter", 1));
            var first = given(laine, true);
            var second = given(laine, false);
            laine.press(laine.say("desk.next")).seesHeading(first);
            cut(house.office());
            again(laine, "laine").seesHeading(first);
            again(aalto, "aalto").press(aalto.say("desk.counter", 2));
            aalto.press(aalto.say("desk.next")).seesHeading(second);
            laine.press(laine.say("desk.start"))
                    .button(laine.say("desk.finish"))
                    .waitFor();
            cut(house.office());
            again(laine, "laine").press(laine.say("desk.finish"));
            laine.press(laine.say("desk.next")).sees(laine.say("desk.nobodyHere"));
            assertThat(house.sql().column("""
                    select ticket_label(t.lane, t.number) || ' ' || string_agg(e.kind::text, ' ' order by e.id)
                    from ticket t join ticket_event e on e.ticket_id = t.id where t.day >= current_date - 1
                    group by t.id order by t.id"""))
                    .as("what happened to each number")
                    .satisfiesExactly(
                            one -> assertThat(one).matches(first + " \\w+ CALLED SERVING SERVED"),
                            other -> assertThat(other).matches(second + " \\w+ CALLED"));
        } finally {
            leave(house);
        }
    }

    /** Gives a number to somebody who stands at the desk. */
    private static String given(Window clerk, boolean isLookedAt) {
        clerk.page().locator(".give vaadin-select").click();
        clerk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Muu asia"))
                .click();
        var number = clerk.page().locator(".given-number").innerText().strip();
        if (isLookedAt) {
            Look.at(clerk, "office-desk-number");
        }
        clerk.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(clerk.page().locator(".given-number")).isHidden();
        return number;
    }

    private static Window again(Window clerk, String username) {
        clerk.reload().signIn(username).go("/desk");
        var here = clerk.button(clerk.say("desk.goOnHere"));
        if (here.isVisible()) {
            here.click();
        }
        return clerk;
    }

    private static void cut(App app) {
        app.kill();
        app.start().awaitHealthy();
    }

    private static void leave(House house) {
        house.sql().run("update counter_shift set closed_at = now() where closed_at is null");
        house.sql().run("delete from ticket_event using ticket t where t.id = ticket_id and t.day >= current_date - 1");
        house.sql().run("delete from ticket where day >= current_date - 1");
        house.sql().run("delete from line_day where day >= current_date - 1");
    }
}
