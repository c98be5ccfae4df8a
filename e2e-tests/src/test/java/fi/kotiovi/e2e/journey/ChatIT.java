package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two residents chat with one clerk; one of them leaves, and is answered by message at the place the chat had. */
@ExtendWith(WithPeople.class)
class ChatIT {
    private static final String FIRST = "Milloin sauna korjataan?";
    private static final String SECOND = "May I paint the hall?";
    private static final String ANSWER = "Huomenna aamulla, remontti on jo tilattu.";

    @BeforeEach
    void nobodyElseWaitsAndTheChatIsOpen(House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, merged_into = null"
                                + " where state <> 'CLOSED'");
        house.sql().run("update chat set ended = 'BYE', ended_at = now() where ended_at is null");
        house.sql().run("delete from opening_exception where service = 'CHAT'");
        house.sql().run("""
                insert into opening_exception (office_id, service, day, opens, closes, reason_fi, reason_sv, reason_en)
                select id, 'CHAT', current_date + d, '00:00', '23:59:59', '', '', '' from office, generate_series(-1, 1) d""");
    }

    @AfterEach
    void usualHours(House house) {
        house.sql().run("delete from opening_exception where service = 'CHAT'");
    }

    @Test
    void what_is_said_is_there_at_once_on_both_sides_and_who_leaves_is_answered_by_message(People people, House house) {
        try (var aino = people.resident("aino");
                var omar = people.resident("omar");
                var oja = people.staff("oja")) {
            aino.go("/chat").seesHeading(aino.say("chat.title"));
            Look.atEverySize(aino, "portal-chat-start");
            start(aino, "Sauna ja pesutupa", FIRST);
            aino.sees(aino.say("chat.place", 1));
            Look.atEverySize(aino, "portal-chat-waiting");
            omar.go("/chat").seesHeading(omar.say("chat.title"));
            start(omar, "Something else", SECOND);
            omar.sees(omar.say("chat.place", 2));

            oja.press(oja.say("queue.takeNext"));
            assertThat(oja.page().locator(".chat .contact-head h2")).hasText(FIRST);
            assertThat(aino.page().getByText(aino.say("chat.here"))).isVisible(soon());

            type(oja, "Hei Aino, katson");
            assertThat(aino.page().getByText(aino.say("chat.typing"))).isVisible(soon());
            oja.page().locator(".chat textarea").fill(ANSWER);
            oja.page().locator(".chat textarea").press("Enter");
            assertThat(aino.page().locator(".bubble.theirs").getByText(ANSWER)).isVisible(soon());
            aino.type(aino.say("chat.say"), "Kiitos!")
                    .button(aino.say("contact.send"))
                    .dblclick();
            assertThat(oja.page().locator(".msg").getByText("Kiitos!")).isVisible(soon());
            assertThat(aino.page().locator(".bubble.mine")).hasCount(2);
            Look.atEverySize(aino, "portal-chat");
            aino.reload().sees(aino.say("chat.here"));
            assertThat(aino.page().locator(".bubble.mine")).hasCount(2);

            oja.press(oja.say("chat.another", 1));
            assertThat(oja.page().locator(".chat .contact-head h2")).hasText(SECOND);
            Look.at(oja, "office-chat");
            omar.sees(omar.say("chat.here")).press(omar.say("chat.bye"));
            omar.sees(omar.say("chat.over.message"));
            assertThat(oja.page().getByText(oja.say("chat.left.BYE"))).isVisible(soon());
            oja.type(oja.say("contact.answer"), "You may, in a light colour.");
            Look.at(oja, "office-chat-left");
            oja.press(oja.say("contact.sendAndClose"));
            omar.follow(omar.say("chat.over.open"));
            omar.page()
                    .locator(".bubble.theirs")
                    .getByText("You may, in a light colour.")
                    .waitFor();

            assertThat(oja.page().locator(".chat .contact-head h2")).hasText(FIRST);
            oja.press(oja.say("chat.end"));
            aino.sees(aino.say("chat.over"));
            aino.sees(aino.say("chat.over.hint"));
        }
    }

    @Test
    void outside_the_hours_the_page_says_when_it_opens(People people, House house) {
        house.sql().run("update opening_exception set opens = null, closes = null where service = 'CHAT'");
        try (var elin = people.resident("elin")) {
            elin.go("/chat").seesHeading(elin.say("chat.title"));
            elin.sees(elin.say("chat.closed.write"));
            Look.at(elin, "portal-chat-closed");
        }
    }

    private static void start(Window resident, String topic, String words) {
        resident.pick(topic).type(resident.say("chat.first"), words).press(resident.say("chat.start"));
    }

    private static void type(Window clerk, String words) {
        clerk.page().locator(".chat textarea").pressSequentially(words);
    }

    /** Two seconds are promised; a machine that runs a whole suite besides gets some more. */
    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(10_000);
    }
}
