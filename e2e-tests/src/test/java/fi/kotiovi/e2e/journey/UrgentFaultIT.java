package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 2: water spreads at Omar's, and somebody comes, whoever does not answer. */
@ExtendWith(WithPeople.class)
@Order(2)
class UrgentFaultIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @Test
    void running_water_alerts_whoever_is_on_call_and_omar_sees_who_comes(People people, House house) {
        var told = "The tap in the bathroom cannot be closed. Water is everywhere.";
        try (var omar = people.resident("omar");
                var lehto = people.crew("lehto");
                var laine = people.staff("laine")) {
            report(omar, told);
            Look.atEverySize(omar, "portal-fault-urgent");
            var card = lehto.page().locator(".alert-card");
            card.filter(containing(told)).waitFor();
            Look.at(lehto, "crew-alert");
            laine.page().locator(".banner[role=alert]").getByRole(AriaRole.LINK).waitFor();
            laine.go("/alerts")
                    .page()
                    .locator(".alert-card")
                    .filter(containing(told))
                    .waitFor();
            Look.at(laine, "office-alerts");
            house.post().await("lehto@example.org", AT_ONCE, lehto.words().start("mail.alert.subject"), "Kaislatie 9");
            sees(omar, "ON_CALL_ALERTED");

            card.filter(containing(told)).getByRole(AriaRole.BUTTON).click();
            lehto.page().waitForURL("**/work/*");
            sees(omar, "ACCEPTED");
            omar.sees(omar.say("fault.next.ACKNOWLEDGED"));
            laine.seesHeading(laine.say("alerts.none"));
            assertThat(laine.page().locator(".banner[role=alert]").isVisible()).isFalse();
            assertThat(alerted(house, told)).containsExactly("Timo");
            house.post().await("omar.haddad@example.org", AT_ONCE, words().start("mail.fault.ACCEPTED.subject"));
        }
    }

    @Test
    void an_alert_that_nobody_takes_climbs_to_the_next_after_five_minutes(People people, House house) {
        var told = "Water comes through the kitchen ceiling.";
        try (var omar = people.resident("omar");
                var rinne = people.crew("rinne")) {
            report(omar, told);
            house.post().await("lehto@example.org", AT_ONCE, words("fi").start("mail.alert.subject"), told);
            sees(omar, "ON_CALL_ALERTED");
            var before = house.post().to("rinne@example.org").size();
            assertThat(waitMinutes(house, told))
                    .as("minutes until the next is alerted")
                    .isEqualTo(5);

            assertThat(house.sql()
                            .run(
                                    "update alert a set next_at = next_at - interval '5 minutes' from fault f"
                                            + " where f.id = a.fault_id and f.description = ?",
                                    told))
                    .isEqualTo(1);
            house.post().await("rinne@example.org", AT_ONCE, words("fi").start("mail.alert.subject"), told);
            assertThat(house.post().to("rinne@example.org")).hasSize(before + 1);
            var card = rinne.page().locator(".alert-card").filter(containing(told));
            card.getByRole(AriaRole.BUTTON).click();
            sees(omar, "ACCEPTED");
            assertThat(alerted(house, told)).containsExactly("Timo", "Jari");
            assertThat(omar.page().locator(".timeline li .strong").allInnerTexts())
                    .as("what Omar reads, in whatever order of time")
                    .containsExactlyInAnyOrder(
                            omar.say("fault.state.RECEIVED"),
                            omar.say("fault.state.ON_CALL_ALERTED"),
                            omar.say("fault.state.ACCEPTED"));
        }
    }

    private static void report(Window omar, String told) {
        Reporting.runningWater(omar, "Bathroom");
        omar.type(omar.say("details.description"), told);
        Reporting.letIn(omar);
        omar.press(omar.say("details.send"));
        omar.sees(omar.say("fault.filed.urgent"));
    }

    private static void sees(Window omar, String state) {
        omar.page()
                .locator(".status .pill")
                .filter(containing(omar.say("fault.state." + state)))
                .waitFor();
    }

    private static java.util.List<String> alerted(House house, String told) {
        return house.sql()
                .column(
                        "select s.given_name from alert_event e join alert a on a.id = e.alert_id"
                                + " join fault f on f.id = a.fault_id join staff s on s.id = e.staff_id"
                                + " where f.description = ? order by e.step",
                        told);
    }

    private static int waitMinutes(House house, String told) {
        return house.sql()
                .count(
                        "select round(extract(epoch from a.next_at - e.at) / 60)::int from alert a"
                                + " join alert_event e on e.alert_id = a.id join fault f on f.id = a.fault_id"
                                + " where f.description = ?",
                        told);
    }

    private static com.microsoft.playwright.Locator.FilterOptions containing(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private static fi.kotiovi.e2e.browser.Words words() {
        return words("en");
    }

    private static fi.kotiovi.e2e.browser.Words words(String language) {
        return new fi.kotiovi.e2e.browser.Words("backoffice", language);
    }
}
