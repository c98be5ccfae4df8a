package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Until;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two clerks, one line: a resident watches the number fall, a promise comes due, and whoever leads sees how it goes. */
@ExtendWith(WithPeople.class)
@Order(14)
class LineIT {
    private static final Duration A_TICK = Duration.ofSeconds(60);
    private static final String FIRST = "Miksi vuokra nousi?";
    private static final String SECOND = "Saunavuoron vaihto";
    private static final String THIRD = "Parking for a guest";

    @BeforeEach
    void nobodyElseWaits(House house) {
        house.sql()
                .run("update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null,"
                        + " back_at = null where state not in ('CLOSED', 'MERGED')");
        // what other journeys did to the line past its rules is long ago
        house.sql().run("update contact_event set at = at - interval '30 days'");
        house.sql()
                .run("insert into staff_has_role (staff_id, role) select staff_id, 'MANAGER' from staff_account"
                        + " where username = 'laine' on conflict do nothing");
    }

    @AfterEach
    void laineWorksAtTheDesk(House house) {
        house.sql()
                .run("delete from staff_has_role where role = 'MANAGER' and staff_id ="
                        + " (select staff_id from staff_account where username = 'laine')");
        house.sql().run("delete from team");
    }

    @Test
    void two_clerks_one_line_a_promise_that_comes_due_and_a_resident_who_watches_the_number_fall(
            People people, House house) {
        try (var aino = people.resident("aino");
                var matti = people.resident("matti");
                var omar = people.resident("omar");
                var oja = people.staff("oja");
                var aalto = people.staff("aalto");
                var laine = people.staff("laine")) {
            write(aino, "Vuokra ja maksut", FIRST, 1);
            write(matti, "Sauna ja pesutupa", SECOND, 2);
            write(omar, "Parking", THIRD, 3);

            takes(oja, FIRST);
            omar.sees(omar.say("contact.received", 2));
            takes(aalto, SECOND);
            omar.sees(omar.say("contact.received", 1));

            oja.press(oja.say("contact.promise")).sees(oja.say("contact.promise.hint"));
            Look.at(oja, "office-promise");
            oja.press(oja.say("contact.promise.do")).sees(oja.say("contact.left.WAITING_INTERNAL"));
            aino.sees(aino.say("contact.state.WAITING_INTERNAL"));
            Look.atEverySize(aino, "portal-promise");

            aalto.press(aalto.say("contact.handBack"));
            aalto.type(aalto.say("contact.handBack.label"), "En tunne saunavuoroja");
            aalto.page()
                    .locator("vaadin-dialog")
                    .getByText(aalto.say("contact.handBack.do"))
                    .last()
                    .click();
            omar.sees(omar.say("contact.received", 2));

            house.sql()
                    .run("update contact set back_at = now() - interval '1 minute' where state = 'WAITING_INTERNAL'");
            Until.isTrue(
                    "the promise is back in the line",
                    A_TICK,
                    () -> house.sql().count("select count(*) from contact where mark = 'PROMISE_DUE'") == 1);
            omar.sees(omar.say("contact.received", 3));
            takes(oja, FIRST);
            oja.sees(oja.say("contact.mark.PROMISE_DUE"));
            Look.at(oja, "office-promise-due");

            leads(laine);
        }
    }

    private static void leads(Window laine) {
        laine.go("/queue").sees(laine.say("queue.tab.TEAMS"));
        Look.at(laine, "office-queue-lead");
        laine.go("/queue/teams").seesHeading(laine.say("team.title"));
        laine.type(laine.say("team.name"), "Vuokrat").press(laine.say("team.add"));
        laine.seesHeading("Vuokrat");
        Look.atEverySize(laine, "office-teams");
        laine.go("/queue/fairness").seesHeading(laine.say("fairness.title")).sees("En tunne saunavuoroja");
        assertThat(laine.page().locator(".figures .card").nth(2).innerText()).startsWith("0");
        Look.atEverySize(laine, "office-fairness");
    }

    private static void takes(Window clerk, String subject) {
        clerk.press(clerk.say("queue.takeNext"));
        clerk.page().locator(".contact .contact-head h2").getByText(subject).waitFor();
    }

    private static void write(Window resident, String topic, String subject, int place) {
        resident.go("/contacts/new").seesHeading(resident.say("contact.new.title"));
        resident.pick(topic).type(resident.say("contact.subject"), subject).type(resident.say("contact.body"), subject);
        resident.press(resident.say("contact.send"));
        resident.seesHeading(resident.say("contact.sent")).sees(resident.say("contact.received", place));
    }
}
