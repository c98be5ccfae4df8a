package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys at the desk of an office: ordered in writing, handed over by number, lent to crews and outside, and the wall itself. */
@ExtendWith(WithPeople.class)
@Order(32)
class KeyDeskIT {
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final Words LETTERS = new Words("backoffice", "fi");

    @Test
    void an_extra_key_is_asked_for_in_writing_and_followed_until_it_can_be_fetched(People people, House house) {
        try (var aino = people.resident("aino");
                var laine = people.staff("laine")) {
            aino.go("/keys").follow(aino.say("keys.order")).seesHeading(aino.say("keys.order.title"));
            Look.atEverySize(aino, "portal-key-order");
            aino.press(aino.say("keys.order.send")).sees(aino.say("keys.order.gap.REASON_MISSING"));
            aino.choose(aino.say("key.kind.LAUNDRY"));
            aino.type(aino.say("keys.order.reason"), "Avain katkesi lukkoon");
            aino.button(aino.say("keys.order.send")).dblclick();
            aino.sees(aino.say("keys.order.sent")).sees(aino.say("keys.state.ASKED"));
            assertThat(house.sql().one("select count(*)::text from key_wish where reason = 'Avain katkesi lukkoon'"))
                    .isEqualTo("1");
            Look.atEverySize(aino, "portal-keys-ordered");

            laine.go("/keys/orders").sees("Avain katkesi lukkoon");
            Look.at(laine, "office-key-orders");
            cardOf(laine, "Avain katkesi lukkoon")
                    .getByText(laine.say("key.asked.order", 1))
                    .click();
            laine.sees("Tilattu: E-");
            var order = house.sql().one("""
                    select o.number from key_order o join key_wish w on w.id = o.wish_id where w.reason = 'Avain katkesi lukkoon'""");
            aino.reload().sees(order);
            var card = cardOf(laine, order);
            card.getByLabel(laine.say("key.serial")).fill("771204");
            card.getByLabel(laine.say("keys.hook")).fill("v39");
            card.getByText(laine.say("key.order.arrived")).click();
            laine.sees("on saapunut");
            cardOf(laine, order).getByText(laine.say("key.order.tell")).click();
            laine.sees("on noudettavissa");
            var mail = house.post().await("aino.karhu@example.org", MAIL, LETTERS.start("mail.key.ready.subject"));
            assertThat(mail.text()).contains("/visits/new/EXTRA_KEY_PICKUP");
            aino.reload().sees(aino.say("keys.state.READY"));
            aino.follow(aino.say("keys.ready.book"));
            aino.page().waitForURL("**/visits/new/EXTRA_KEY_PICKUP");
        }
    }

    private static Locator cardOf(Window clerk, String words) {
        return clerk.page().locator(".key-card").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void whoever_walks_in_with_a_number_gets_a_key_in_a_few_presses(People people, House house) {
        house.sql().run("update counter_shift set closed_at = now() where closed_at is null");
        try (var laine = people.staff("laine")) {
            laine.go("/desk").press(laine.say("desk.counter", 1));
            laine.page().locator(".give vaadin-select").click();
            laine.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Haen kodin avaimet"))
                    .click();
            laine.press(laine.say("desk.given.done"));
            laine.press(laine.say("desk.next"));
            laine.press(laine.say("desk.start"));
            laine.type(laine.say("desk.whose"), "karhu aino");
            laine.button("Aino Karhu").waitFor();
            Look.at(laine, "office-walk-in-who");
            laine.press("Aino Karhu").press(laine.say("id.PASSPORT"));
            laine.page().locator(".key input:enabled").first().check();
            KeyVisitIT.sign(laine);
            Look.at(laine, "office-walk-in-keys");
            laine.press(laine.say("desk.handOver", 1)).sees(laine.words().start("desk.handed"));
            assertThat(house.sql().one("""
                    select count(*)::text from key_handover h join ticket t on t.id = h.ticket_id where t.state = 'SERVING'""")).isEqualTo("1");
            laine.press(laine.say("desk.way.BACK")).sees(laine.say("desk.keysBack"));
            laine.press(laine.say("desk.finish"));
        }
    }

    @Test
    void a_crew_sees_on_the_phone_which_keys_it_has_and_which_is_late(People people, House house) {
        house.sql().run("""
                update key_loan set lent_at = now() - interval '3 days', due_at = now() - interval '5 hours', next_at = null, step = 3
                where crew_id = (select crew_id from staff join staff_account on staff_id = id where username = 'lehto')
                  and returned_at is null""");
        try (var lehto = people.crew("lehto")) {
            lehto.go("/work").page().locator(".crew-key").first().waitFor();
            lehto.page().locator(".crew-keys").scrollIntoViewIfNeeded();
            Look.at(lehto, "crew-keys");
        }
    }

    @Test
    void a_contractor_borrows_a_key_and_hears_of_it_without_an_address_of_the_house(People people, House house) {
        var key = house.sql().one("""
                select k.id::text from key k join fault f on f.building_id = k.building_id join work_order w on w.fault_id = f.id
                where k.state = 'IN_STORE' and k.kind = 'MASTER' and w.state not in ('DONE', 'CANCELLED')
                  and k.office_id = (select office_id from staff join staff_account on staff_id = id where username = 'laine') limit 1""");
        var street = house.sql()
                .one("select b.street_fi from key k join building b on b.id = k.building_id where k.id = ?::uuid", key);
        try (var laine = people.staff("laine")) {
            laine.go("/keys/" + key).sees(laine.say("key.lend"));
            laine.type(laine.say("key.lend.contractor"), "Lukko Esimerkki Oy");
            laine.type(laine.say("key.lend.email"), "lukko(at)contractor.example");
            laine.press(laine.say("key.lend.do")).sees(laine.say("key.lend.email.wrong"));
            laine.type(laine.say("key.lend.email"), "lukko@contractor.example");
            Look.at(laine, "office-key-lend");
            laine.press(laine.say("key.lend.do")).sees("on lainattu");
            var mail = house.post().await("lukko@contractor.example", MAIL, LETTERS.start("mail.KEY_LENT.subject"));
            assertThat(mail.text()).contains("Lukko Esimerkki Oy").doesNotContain(street);
            laine.go("/keys/loans").sees("lukko@contractor.example");
            Look.at(laine, "office-key-loans");
        }
    }

    @Test
    void the_wall_is_changed_by_whoever_leads_the_office(People people) {
        try (var virta = people.staff("virta")) {
            virta.go("/keys/racks").seesHeading(virta.say("key.racks.title"));
            virta.type(virta.say("key.rack.name"), "ö").press(virta.say("key.rack.add"));
            virta.sees(virta.say("key.rack.added", "Ö"));
            Look.at(virta, "office-key-racks");
            virta.press(virta.say("key.rack.remove")).sees(virta.say("key.rack.remove.sure", "Ö"));
            virta.page().locator(".sure .ember").click();
            virta.sees(virta.say("key.rack.removed", "Ö"));
        }
    }
}
