package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office's bookings on a board: dragged with a mouse, moved with keys, called off, and seen by everybody at once. */
@ExtendWith(WithPeople.class)
class BoardIT {
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final String WEST = "(select id from office where code = 'WEST')";

    private String day = "";
    private String visit = "";

    /** The fullest day of the office in the next four weeks, and a visit on it that somebody can be written to about. */
    @BeforeEach
    void aFullDay(House house) {
        house.sql().run("update visit set new_time_asked_at = null where new_time_asked_at is not null");
        day = house.sql()
                .one("select v.local_start::date from visit v where v.state = 'BOOKED' and v.office_id = " + WEST
                        + " and v.local_start::date > current_date + 1 group by 1 order by count(*) desc, 1 limit 1");
        visit = house.sql()
                .one(
                        "select v.id from visit v join resident r on r.id = v.resident_id where v.state = 'BOOKED' and v.office_id = "
                                + WEST
                                + " and v.local_start::date = ?::date and r.email is not null order by v.ics_sequence, v.local_start, v.id limit 1",
                        day);
    }

    @Test
    void a_visit_is_dragged_to_another_place_and_a_colleague_sees_it_move(People people, House house) {
        try (var laine = people.staff("laine");
                var aalto = people.staff("aalto")) {
            laine.go("/board?day=" + day);
            card(laine).waitFor();
            Look.at(laine, "office-board");
            aalto.go("/board?day=" + day);
            var before = placeOf(house);
            var seen = card(aalto).getAttribute("style");
            var mouse = laine.page().mouse();
            grab(card(laine), mouse);
            var target = laine.page().locator(".place").nth(3);
            target.waitFor();
            var to = middle(target.boundingBox());
            mouse.move(to[0], to[1], new Mouse.MoveOptions().setSteps(8));
            assertThat(target).hasClass(Pattern.compile("v-drag-over-target"));
            mouse.up();
            laine.sees("Asukas saa tiedon sähköpostilla");
            assertThat(laine.page().locator(".board .bar")).isHidden();
            assertThat(placeOf(house)).isNotEqualTo(before);
            assertThat(card(aalto)).not().hasAttribute("style", seen);
            var mail = house.post().await(email(house), MAIL, start("mail.VISIT_MOVED.subject", house), number(house));
            assertThat(mail.calendar()).contains("METHOD:REQUEST").contains("SEQUENCE:" + sequence(house));
        }
    }

    @Test
    void a_visit_is_moved_with_the_keyboard_alone_and_escape_leaves_it(People people, House house) {
        try (var laine = people.staff("laine")) {
            laine.go("/board?day=" + day);
            card(laine).waitFor();
            var before = placeOf(house);
            var keys = laine.page().keyboard();
            card(laine).focus();
            keys.press("m");
            laine.page().locator(".place:focus").waitFor();
            assertThat(laine.page().locator(".spoken"))
                    .containsText(laine.words().start("board.moving"));
            keys.press("ArrowDown");
            Look.at(laine, "office-board-moving");
            keys.press("Escape");
            laine.page().locator(".visit-card:focus").waitFor();
            assertThat(laine.page().locator(".spoken")).containsText(laine.say("board.stays"));
            assertThat(placeOf(house)).isEqualTo(before);

            keys.press("m");
            laine.page().locator(".place:focus").waitFor();
            keys.press("ArrowDown");
            var chosen = laine.page().locator(".place:focus").getAttribute("aria-label");
            keys.press("Enter");
            laine.page().locator(".visit-card:focus").waitFor();
            assertThat(card(laine))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile("^"
                                    + chosen.substring(0, chosen.indexOf(',')).replace(".", "\\.") + "–"));
            assertThat(placeOf(house)).isNotEqualTo(before);
            keys.press("ArrowDown");
            assertThat(laine.page().locator(".visit-card:focus, .free:focus")).hasCount(1);
            keys.press("n");
            laine.page().waitForURL(url -> !url.contains("day=" + day));
            keys.press("p");
            laine.page().waitForURL(url -> url.contains("day=" + day));
        }
    }

    @Test
    void the_lead_moves_past_the_closing_time_with_a_reason_and_calls_a_visit_off(People people, House house) {
        try (var virta = people.staff("virta")) {
            virta.go("/board?day=" + day);
            card(virta).click();
            Look.at(virta, "office-board-visit");
            virta.press(virta.say("board.move"));
            virta.page().locator(".place.outside").last().click();
            virta.press(virta.say("board.why.do")).sees(virta.say("board.why.missing"));
            Look.at(virta, "office-board-why");
            virta.type(virta.say("board.why.label"), "Pääsee vasta töistä");
            virta.press(virta.say("board.why.do"));
            virta.sees("Syy: Pääsee vasta töistä");

            virta.press(virta.say("board.cancel"));
            virta.choose(virta.say("cancel.reason.STAFF_AWAY"));
            virta.page().locator("vaadin-dialog textarea").fill("Soitamme sinulle huomenna.");
            Look.at(virta, "office-board-cancel");
            virta.press(virta.say("cancel.do"));
            assertThat(card(virta)).hasCount(0);
            var mail = house.post().await(email(house), MAIL, "Soitamme sinulle huomenna.");
            assertThat(mail.calendar()).contains("METHOD:CANCEL").contains("SEQUENCE:" + sequence(house));
            assertThat(mail.text()).contains(letters(house).get("cancel.told.STAFF_AWAY"));
        }
    }

    @Test
    void a_week_at_once_one_counter_and_a_phone(People people, House house) {
        try (var laine = people.staff("laine");
                var phone = people.passerBy(Screen.PHONE)) {
            laine.go("/board?mode=week&day=" + day);
            card(laine).waitFor();
            Look.at(laine, "office-board-week");
            var counter = house.sql()
                    .one(
                            "select c.number from visit v join counter c on c.id = v.counter_id where v.id = ?::uuid",
                            visit);
            laine.go("/board?mode=week&counter=%s&day=%s".formatted(counter, day));
            card(laine).waitFor();
            Look.at(laine, "office-board-week-counter");
            phone.go("/board?day=" + day).signIn("laine");
            phone.go("/board?day=" + day);
            card(phone).waitFor();
            Look.at(phone, "office-board");
            card(phone).click();
            phone.sees(phone.say("board.history"));
            Look.at(phone, "office-board-visit");
            phone.press(phone.say("board.move"));
            phone.page().locator(".place").first().waitFor();
            Look.at(phone, "office-board-moving");
            phone.page().locator(".place").nth(1).click();
            phone.sees("Asukas saa tiedon sähköpostilla");
        }
    }

    private Locator card(Window window) {
        return window.page().locator(".visit-card[data-visit='" + visit + "']");
    }

    private String placeOf(House house) {
        return house.sql()
                .one(
                        "select v.local_start::text || ' ' || c.number from visit v join counter c on c.id = v.counter_id where v.id = ?::uuid",
                        visit);
    }

    private String email(House house) {
        return house.sql()
                .one("select r.email from visit v join resident r on r.id = v.resident_id where v.id = ?::uuid", visit);
    }

    private String number(House house) {
        return house.sql().one("select number from visit where id = ?::uuid", visit);
    }

    private String sequence(House house) {
        return house.sql().one("select ics_sequence from visit where id = ?::uuid", visit);
    }

    private String start(String key, House house) {
        return letters(house).start(key);
    }

    private Words letters(House house) {
        return new Words(
                "backoffice",
                house.sql()
                        .one(
                                "select lower(r.language::text) from visit v join resident r on r.id = v.resident_id where v.id = ?::uuid",
                                visit));
    }

    /** Chromium begins to drag only after the mouse has moved a little with the button down. */
    private static void grab(Locator card, Mouse mouse) {
        card.scrollIntoViewIfNeeded();
        var from = middle(card.boundingBox());
        mouse.move(from[0], from[1]);
        mouse.down();
        mouse.move(from[0] + 6, from[1] + 6, new Mouse.MoveOptions().setSteps(3));
    }

    private static double[] middle(BoundingBox box) {
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }
}
