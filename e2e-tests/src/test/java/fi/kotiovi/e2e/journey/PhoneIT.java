package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Until;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody calls about a fault: the clerk files it while they speak, and the call is done with it. */
@ExtendWith(WithPeople.class)
class PhoneIT {
    private static final String SAID = "Keittiön hana tippuu, tiskipöytä on märkä.";

    /** Nothing is left for the crews of other journeys. */
    @AfterEach
    void mended(House house) {
        house.sql()
                .run(
                        "update work_order set state = 'CANCELLED' where fault_id in (select id from fault where description = ?)",
                        SAID);
        house.sql().run("update fault set state = 'CLOSED', closing_reason = 'DUPLICATE' where description = ?", SAID);
    }

    @Test
    void a_call_about_a_fault_goes_to_the_crew_and_is_closed(People people, House house) {
        try (var oja = people.staff("oja");
                var aino = people.resident("aino")) {
            oja.go("/call").seesHeading(oja.say("call.title"));
            oja.type(oja.say("call.who"), "Aino Karhu");
            oja.sees(oja.say("sheet.faults"));
            oja.type(oja.say("call.body"), SAID);
            Look.at(oja, "office-call");
            oja.press(oja.say("call.fault"));
            var dialog = oja.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog.locator("textarea")).hasValue(SAID);
            oja.press(oja.say("call.fault.do"));
            oja.sees(oja.say("call.fault.gap.PLACE"));
            choose(oja, "call.fault.place", "Keittiö");
            oja.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(oja.say("call.fault.problem")))
                    .pressSequentially("Hana tippuu");
            oja.page().getByRole(AriaRole.OPTION).first().click();
            choose(oja, "call.fault.consent", oja.say("entry.CALL_FIRST"));
            Look.at(oja, "office-call-fault");
            oja.press(oja.say("call.fault.do"));
            var number = Until.present(
                    "the fault is on file",
                    Duration.ofSeconds(15),
                    () -> house.sql().first("select number from fault where description = ?", SAID));
            assertThat(oja.field(oja.say("call.body"))).hasValue("");
            assertThat(house.sql()
                            .one(
                                    "select c.state || ' ' || f.source from fault f join contact c on c.resident_id = f.resident_id"
                                            + " where f.number = ? and c.subject = ?",
                                    number,
                                    SAID))
                    .isEqualTo("CLOSED PHONE");
            aino.go("/contacts").follow(SAID);
            aino.sees(number);
            aino.go("/faults").sees(aino.say("fault.list.title"));
            assertThat(aino.page().locator("a.item").first()).isVisible();
        }
    }

    private static void choose(Window clerk, String label, String option) {
        clerk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(clerk.say(label)))
                .first()
                .click();
        clerk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }
}
