package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The key room: a key found in two strokes, lent keys, a lost one, the list for tomorrow, the wall walked with a phone. */
@ExtendWith(WithPeople.class)
@Order(31)
class KeyRoomIT {
    @Test
    void a_key_is_found_in_two_strokes_and_its_hook_is_shown(People people) {
        try (var laine = people.staff("laine")) {
            laine.go("/desk").page().locator("h1").first().waitFor();
            laine.page().keyboard().press("k");
            laine.seesHeading(laine.say("keys.title"));
            laine.page().locator(".search input").waitFor();
            laine.page().keyboard().type("c7");
            laine.page().locator(".spot.wanted").waitFor();
            assertThat(laine.page().locator(".spot.wanted").textContent()).isEqualTo("C 07");
            Look.at(laine, "office-key-wall");
            laine.page().keyboard().press("Enter");
            laine.sees(laine.say("key.lose"));
            Look.at(laine, "office-key");
        }
    }

    @Test
    void a_lost_key_waits_for_a_person_to_decide(People people, House house) {
        var key = house.sql().column("""
                select id::text from key where state = 'IN_STORE' and spare
                  and office_id = (select office_id from staff join staff_account on staff_id = id where username = 'laine') limit 1""").getFirst();
        try (var laine = people.staff("laine")) {
            laine.go("/keys/" + key).press(laine.say("key.lose"));
            laine.press(laine.say("key.lose")).sees(laine.say("key.lose.done"));
            laine.follow(laine.say("key.tab.DECISIONS")).seesHeading(laine.say("key.decisions.title"));
            Look.at(laine, "office-key-decisions");
            laine.press(laine.say("key.decision.no")).sees("ei tehdä mitään");
        }
    }

    @Test
    void every_page_of_the_key_room_is_calm_and_accessible(People people, House house) {
        house.sql().run("""
                update visit set local_start = d.at,
                  during = tstzrange(d.at at time zone zone, d.at at time zone zone + interval '10 minutes')
                from (select current_date + case extract(isodow from current_date) when 5 then 3 when 6 then 2 else 1 end
                  + time '07:00' as at) d
                where id = (select id from visit where state = 'BOOKED' and visit_type_code = 'EXTRA_KEY_PICKUP' limit 1)""");
        try (var laine = people.staff("laine")) {
            show(laine, "/keys/loans", "key.loans.title", "office-key-loans");
            show(laine, "/keys/orders", "key.orders.title", "office-key-orders");
            show(laine, "/keys/new", "key.new.title", "office-key-new");
            show(laine, "/keys/list", "key.list.title", "office-key-list");
            laine.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Look.picture(laine, "office-key-list-print");
        }
    }

    private static void show(Window clerk, String path, String title, String picture) {
        clerk.go(path).seesHeading(clerk.say(title));
        Look.at(clerk, picture);
    }

    @Test
    void the_wall_is_walked_with_a_phone_and_gone_on_with_later(People people) {
        try (var laine = people.crew("laine")) {
            laine.go("/keys/inventory").press(laine.say("key.inventory.start"));
            laine.page().locator(".key-card").first().waitFor();
            laine.page().locator(".key-card .btn.grow").first().click();
            laine.page().locator(".key-card.done").first().waitFor();
            Look.at(laine, "office-key-inventory");
            laine.reload().page().locator(".key-card.done").first().waitFor();
            laine.press(laine.say("key.inventory.sign")).sees(laine.say("key.inventory.left"));
        }
    }
}
