package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 7: a walk-in Tuesday with a kiosk, a board on the wall, two clerks and somebody who has booked. */
@ExtendWith(WithPeople.class)
@Order(7)
class WalkInIT {
    @Test
    void numbers_are_taken_called_and_shown_and_whoever_has_booked_goes_first(People people, House house) {
        quiet(house);
        try (var kiosk = people.visitor(Screen.DESK, "fi");
                var phone = people.visitor(Screen.PHONE, "fi");
                var wall = people.visitor(Screen.DESK, "fi");
                var aino = people.resident("aino");
                var laine = people.staff("laine");
                var second = people.staff(colleague(house))) {
            kiosk.go("/kiosk/WEST").seesHeading(kiosk.say("kiosk.closed"));
            Look.at(kiosk, "kiosk-closed");
            open(house);
            kiosk.seesHeading(kiosk.say("kiosk.title"));
            Look.at(kiosk, "kiosk-start");
            phone.go("/kiosk/WEST").seesHeading(phone.say("kiosk.title"));
            Look.at(phone, "kiosk-start");
            wall.go("/display/WEST").sees("Waiting: 0");
            Look.at(wall, "display-empty");

            kiosk.press("Muu asia").seesHeading(kiosk.say("kiosk.number")).sees("B1");
            Look.at(kiosk, "kiosk-number");
            kiosk.press(kiosk.say("kiosk.done"));
            phone.press("Avain on kadonnut")
                    .seesHeading(phone.say("kiosk.number"))
                    .sees("B2");
            Look.at(phone, "kiosk-number");
            phone.follow(phone.say("kiosk.open")).seesHeading(phone.say("place.state.WAITING"));
            phone.sees(phone.say("line.ahead", 1));
            Look.at(phone, "line-place");
            kiosk.button("Puhutaan vuokrasta").dblclick();
            kiosk.sees("B3").press(kiosk.say("kiosk.done")).sees("Jonossa on 3 ihmistä.");

            checkIn(house, aino, kiosk);
            phone.sees(phone.say("line.ahead", 2));

            laine.go("/desk").press(laine.say("desk.counter", 1));
            second.go("/desk").press(second.say("desk.counter", 2));
            laine.press(laine.say("desk.next")).seesHeading("A1").seesHeading("Aino");
            assertThat(wall.page().locator(".board-row").first()).containsText("A1");
            second.press(second.say("desk.next")).seesHeading("B1");
            assertThat(wall.page().locator(".board-row").first()).containsText("B1");
            Assertions.assertThat(((Number) wall.page().evaluate("document.querySelector('.board').rings")).intValue())
                    .as("a sound for each call")
                    .isGreaterThanOrEqualTo(2);
            Look.at(wall, "display");
            Look.at(laine, "office-desk-line");
            second.press(second.say("desk.recall", 1));
            second.sees("Voit kutsua uudelleen");
            laine.press(laine.say("desk.start"))
                    .button(laine.say("desk.finish"))
                    .waitFor();
            Look.at(laine, "office-desk-serving");
            laine.press(laine.say("desk.finish"));
            laine.press(laine.say("desk.next")).seesHeading("B2");
            phone.seesHeading(phone.say("place.state.CALLED.at", 1));
            Look.at(phone, "line-called");
            laine.press(laine.say("desk.noShow")).sees(laine.say("desk.callThis", "B2"));
            phone.seesHeading(phone.say("place.state.NO_SHOW"));
            laine.press(laine.say("desk.callThis", "B2")).press(laine.say("desk.start"));
            phone.seesHeading(phone.say("place.state.SERVING.at", 1));
            laine.press(laine.say("desk.finish"));
            phone.seesHeading(phone.say("place.state.SERVED"));

            laine.follow(laine.say("desk.times")).seesHeading("Odotusajat").sees("kävijää");
            Look.at(laine, "office-line-times");

            phone.go("/line/rules/WEST").seesHeading(phone.say("rules.title"));
            Look.at(phone, "line-rules");
            stale(wall);
        } finally {
            quiet(house);
        }
    }

    /** Nothing on the board may look new when it is old. */
    private static void stale(Window wall) {
        var old = wall.page().locator(".board-stale");
        wall.page().context().setOffline(true);
        assertThat(old).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        Look.picture(wall, "display-stale");
        wall.page().context().setOffline(false);
        assertThat(old).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
    }

    /** Aino has booked for now; the code on her page lets her in at the kiosk. */
    private static void checkIn(House house, Window aino, Window kiosk) {
        var visit = house.sql().one("""
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, created_at)
                select 'V-26-WALKIN', c.office_id, c.id, 'RENT_TALK', a.resident_id, t.home_id, 'BOOKED',
                  tstzrange(n.at at time zone 'Europe/Helsinki', n.at at time zone 'Europe/Helsinki' + interval '30 minutes'),
                  n.at, 'Europe/Helsinki', now()
                from (select date_trunc('minute', now() at time zone 'Europe/Helsinki') as at) n,
                  resident_account a join tenancy_resident tr on tr.resident_id = a.resident_id join tenancy t on t.id = tr.tenancy_id
                    and t.during @> current_date,
                  counter c join office o on o.id = c.office_id
                where a.username = 'aino' and o.code = 'WEST' and c.number = 4 limit 1 returning id""");
        aino.go("/visits/" + visit).seesHeading(aino.say("checkin.show"));
        Look.at(aino, "portal-visit-code");
        var code = house.sql().one("select check_in_code from visit where id = ?::uuid", visit);
        aino.sees(code.substring(0, 4) + " " + code.substring(4, 8));
        kiosk.press(kiosk.say("kiosk.booked")).seesHeading(kiosk.say("kiosk.code.title"));
        Look.at(kiosk, "kiosk-code");
        kiosk.type(kiosk.say("kiosk.code.label"), code).press(kiosk.say("kiosk.code.send"));
        kiosk.seesHeading(kiosk.say("kiosk.intime")).sees("A1");
        kiosk.press(kiosk.say("kiosk.done"));
        aino.reload().seesHeading(aino.say("visit.title.CHECKED_IN"));
        aino.follow(aino.say("checkin.place")).sees("A1");
    }

    private static String colleague(House house) {
        return house.sql().one("""
                select a.username from staff_account a join staff s on s.id = a.staff_id join staff_has_role r on r.staff_id = s.id
                join office o on o.id = s.office_id
                where o.code = 'WEST' and r.role in ('DESK', 'MANAGER') and a.username <> 'laine' order by r.role limit 1""");
    }

    /** No hours, no numbers of today, nobody at a counter. */
    private static void quiet(House house) {
        house.sql().run("delete from opening_hours where service = 'WALK_IN' and opens = '00:00'");
        house.sql().run("update opening_hours set valid = '[2010-01-04,2010-01-05)' where service = 'WALK_IN'");
        house.sql().run("update counter_shift set closed_at = now() where closed_at is null");
        house.sql().run("delete from ticket_event using ticket t where t.id = ticket_id and t.day >= current_date - 1");
        house.sql().run("delete from ticket where day >= current_date - 1");
        house.sql().run("delete from line_day where day >= current_date - 1");
        house.sql().run("delete from visit_event using visit v where v.id = visit_id and v.number = 'V-26-WALKIN'");
        house.sql()
                .run("delete from access_log where subject_id in (select id from visit where number = 'V-26-WALKIN')");
        house.sql().run("delete from visit where number = 'V-26-WALKIN'");
    }

    /** Nobody can wait for a Tuesday in a test. */
    private static void open(House house) {
        house.sql().run("""
                insert into opening_hours (office_id, service, iso_weekday, opens, closes, valid)
                select id, 'WALK_IN', d, '00:00', '23:59:59', '[2010-01-04,)' from office, generate_series(1, 7) d""");
    }
}
