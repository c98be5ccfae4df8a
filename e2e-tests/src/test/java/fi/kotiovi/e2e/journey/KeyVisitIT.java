package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post.Mail;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 3: Elin books a time to fetch her keys, moves it, and gets them at the desk. */
@ExtendWith(WithPeople.class)
@Order(3)
class KeyVisitIT {
    private static final String ELIN = "elin.lindroth@example.org";
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final Words LETTERS = new Words("backoffice", "sv");

    @Test
    void keys_are_booked_for_moved_and_handed_over(People people, House house) {
        house.sql().run("""
                update visit set state = 'CANCELLED_RESIDENT', held_until = null
                where state in ('HELD', 'BOOKED') and resident_id = (select id from resident where given_name = 'Elin')""");
        try (var elin = people.resident("elin");
                var virta = people.staff("virta");
                var laine = people.staff("laine")) {
            var visit = book(elin);
            var first = house.post().await(ELIN, MAIL, LETTERS.start("mail.VISIT_CONFIRMED.subject"));
            invites(first, 0);
            move(elin);
            var second = house.post().await(ELIN, MAIL, LETTERS.start("mail.VISIT_MOVED.subject"));
            invites(second, 1);
            assertThat(line(second, "UID"))
                    .as("the calendar moves the same entry")
                    .isEqualTo(line(first, "UID"));
            assertThat(line(second, "DTSTART")).isNotEqualTo(line(first, "DTSTART"));

            toToday(house, visit);
            leaseBeginsLater(house);
            receive(laine);
            agree(virta);
            card(laine);
            handOver(laine);
            custody(house, visit);
            receipt(house, elin);
            elin.go("/visits/" + visit).seesHeading(elin.say("visit.title.SERVED"));
            Look.isAccessible(elin);
        }
    }

    private static UUID book(Window elin) {
        elin.follow(elin.say("home.visit")).seesHeading(elin.say("visit.new.title"));
        Look.atEverySize(elin, "portal-visit-types");
        elin.follow("Jag hämtar nycklarna");
        times(elin).first().waitFor();
        Look.atEverySize(elin, "portal-visit-times");
        times(elin).nth(2).click();
        elin.seesHeading(elin.say("visit.title.HELD"));
        Look.isAccessible(elin);
        elin.pressSaid("visit.confirm").sees(elin.say("visit.booked"));
        Look.atEverySize(elin, "portal-visit");
        var url = elin.page().url();
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    private static void move(Window elin) {
        elin.press(elin.say("visit.move")).seesHeading(elin.say("visit.move.title"));
        times(elin).nth(5).click();
        elin.sees(elin.say("visit.moved"));
    }

    private static Locator times(Window elin) {
        return elin.page().locator("button.time");
    }

    private static void invites(Mail mail, int sequence) {
        assertThat(mail.calendarType()).containsIgnoringCase("method=REQUEST");
        assertThat(line(mail, "METHOD")).isEqualTo("REQUEST");
        assertThat(line(mail, "SEQUENCE")).isEqualTo(String.valueOf(sequence));
        assertThat(line(mail, "UID")).isNotEmpty();
    }

    /** The value of a property of the calendar or of its event, unfolded; the time zone has some of the same name. */
    private static String line(Mail mail, String property) {
        var unfolded =
                mail.calendar().replaceAll("\\r?\\n[ \\t]", "").replaceAll("(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE", "");
        var found =
                Pattern.compile("(?m)^" + property + "[^:\\r\\n]*:(.*?)\\s*$").matcher(unfolded);
        assertThat(found.find()).as("%s in %s", property, unfolded).isTrue();
        return found.group(1);
    }

    /** Nobody can wait for the day in a test; this evening the counters are free. */
    private static void toToday(House house, UUID visit) {
        assertThat(house.sql().run("""
                        update visit set local_start = t.at,
                            during = tstzrange(t.at at time zone zone, t.at at time zone zone + interval '20 minutes')
                        from (select date_trunc('day', now() at time zone 'Europe/Helsinki') + interval '20 hours' as at) t
                        where id = ?""", visit)).isEqualTo(1);
    }

    private static void leaseBeginsLater(House house) {
        house.sql().run("""
                update tenancy set during = daterange(current_date + 9, null) where id in (select m.tenancy_id from
                tenancy_resident m join resident r on r.id = m.resident_id where r.given_name = 'Elin')""");
    }

    private static void receive(Window laine) {
        laine.go("/desk").button(laine.say("visit.type.KEY_PICKUP")).waitFor();
        Look.at(laine, "office-desk");
        card(laine);
        laine.sees(laine.say("key.prepare.papers"));
        Look.at(laine, "office-prepare");
        laine.press(laine.say("desk.checkIn"));
        laine.sees(laine.say("desk.told.CHECKED_IN")).press(laine.say("desk.serve"));
        laine.seesHeading(laine.say("desk.identity")).seesSaid("key.early");
    }

    private static void card(Window clerk) {
        clerk.go("/desk")
                .page()
                .locator("button.v")
                .filter(new Locator.FilterOptions().setHasText("Elin Lindroth"))
                .click();
        clerk.seesHeading("Elin Lindroth");
    }

    /** The lease has not begun; only the property manager may agree to today, and has to say why. */
    private static void agree(Window virta) {
        card(virta);
        virta.press(virta.say("key.early.agree")).sees(virta.say("key.early.reason.missing"));
        virta.type(virta.say("key.early.reason"), "Koti on tyhjä, sovittu puhelimessa")
                .press(virta.say("key.early.agree"));
        virta.sees("isännöitsijä on sopinut");
    }

    private static void receipt(House house, Window elin) {
        house.post().await(ELIN, MAIL, LETTERS.start("mail.key.receipt.subject.OUT"));
        elin.go("/keys").seesHeading(elin.say("keys.title"));
        Look.at(elin, "portal-keys");
        elin.follow(elin.words().start("receipt.title.OUT")).sees("Elin Lindroth");
        Look.at(elin, "portal-receipt");
        var file = elin.page().waitForDownload(() -> elin.follow(elin.say("keys.receipt.download")));
        assertThat(file.suggestedFilename()).matches("R-\\d\\d-\\d{6}\\.pdf");
    }

    static void sign(Window clerk) {
        var canvas = clerk.page().locator(".sign-sheet canvas");
        canvas.scrollIntoViewIfNeeded();
        var box = canvas.boundingBox();
        var mouse = clerk.page().mouse();
        mouse.move(box.x + 40, box.y + box.height / 2);
        mouse.down();
        for (int step = 1; step < 20; step++) {
            mouse.move(box.x + 40 + step * 9, box.y + box.height / 2 + 25 * Math.sin(step));
        }
        mouse.up();
        clerk.page().locator(".sign-sheet.drawn").waitFor();
    }

    private static void handOver(Window laine) {
        laine.press(laine.say("id.PASSPORT"));
        var keys = laine.page().locator(".key input:enabled");
        keys.first().waitFor();
        var count = keys.count();
        assertThat(count).as("keys of the home that hang here").isPositive();
        for (int i = 0; i < count; i++) {
            keys.nth(i).check();
        }
        sign(laine);
        Look.at(laine, "office-handover");
        laine.press(laine.say("desk.handOver", count));
        laine.sees(laine.words().start("desk.handed"));
        laine.press(laine.say("desk.finish")).sees(laine.say("desk.told.SERVED"));
    }

    private static void custody(House house, UUID visit) {
        assertThat(house.sql().column("""
                        select distinct r.given_name || ' ' || k.state || ' ' || e.id_kind
                        from key_custody c join key k on k.id = c.key_id join resident r on r.id = c.resident_id
                        join key_event e on e.key_id = k.id and e.visit_id = c.visit_id
                        where c.visit_id = ? and c.holder = 'RESIDENT' and upper_inf(c.during)""", visit)).containsExactly("Elin HANDED_OUT PASSPORT");
    }
}
