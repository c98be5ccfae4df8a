package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may not see something sees nothing of it, not even that it exists. */
@ExtendWith(WithPeople.class)
class StrangersIT {
    @Test
    void nobody_gets_past_the_sign_in_without_signing_in(People people) {
        try (var visitor = people.visitor(Screen.PHONE, "fi")) {
            for (var path : new String[] {"/", "/faults", "/faults/new", "/visits", "/contacts/new"}) {
                visitor.go(path).seesHeading(visitor.say("login.title"));
                assertThat(visitor.page().url()).contains("/login");
            }
            Look.atEverySize(visitor, "portal-login");
        }
    }

    @Test
    void a_wrong_password_is_said_kindly(People people) {
        try (var visitor = people.visitor(Screen.PHONE, "fi")) {
            visitor.go("/login");
            visitor.page().locator("input[name=username]").fill("aino");
            visitor.page().locator("input[name=password]").fill("wrong");
            visitor.page().locator("input[name=password]").press("Enter");
            visitor.seesSaid("login.wrong.title");
            Look.isAccessible(visitor);
        }
    }

    @Test
    void an_address_that_leads_nowhere_says_so_calmly_and_leads_home(People people) {
        try (var matti = people.resident("matti")) {
            for (var path : new String[] {"/nowhere", "/faults/nowhere", "/admin/users.php", "/visits/new/no-such"}) {
                matti.go(path).seesHeading(matti.say("notfound.title")).sees("040 123 4567");
            }
            Look.atEverySize(matti, "portal-notfound");
            matti.follow(matti.say("notfound.home")).seesHeading("Hei Matti");
        }
    }

    @Test
    void a_fault_of_somebody_else_looks_as_if_it_were_not_there(People people, House house) {
        var ofAino = house.sql()
                .one("select f.id from fault f join resident r on r.id = f.resident_id"
                        + " where r.given_name = 'Aino' limit 1");
        try (var matti = people.resident("matti")) {
            matti.go("/faults/" + ofAino).seesHeading(matti.say("notfound.title"));
            Look.isAccessible(matti);
            matti.go("/faults/00000000-0000-7000-8000-000000000000").seesHeading(matti.say("notfound.title"));
        }
    }
}
