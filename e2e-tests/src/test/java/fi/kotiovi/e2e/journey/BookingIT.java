package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Screen;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post.Mail;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visit from the first click to the last mail: booked, moved and cancelled by the link, raced for, moved by the office. */
@ExtendWith(WithPeople.class)
class BookingIT {
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final String OMARS = "visit_type_code = 'BROKEN_KEY' and state = 'BOOKED' and resident_id ="
            + " (select resident_id from resident_account where username = 'omar')";
    private static final Words LETTERS = new Words("backoffice", "en");

    @BeforeEach
    void nothingBooked(House house) {
        house.sql().run("delete from visit_wish");
        house.sql()
                .run(
                        "update visit set state = 'CANCELLED_RESIDENT', held_until = null"
                                + " where state in ('HELD', 'BOOKED') and visit_type_code in ('OTHER', 'LOST_KEY', 'BROKEN_KEY')");
    }

    @Test
    void a_visit_is_booked_and_then_moved_and_cancelled_by_the_link_in_the_mail(People people, House house) {
        try (var omar = people.resident("omar")) {
            omar.go("/visits/new/OTHER");
            times(omar).first().waitFor();
            omar.page().locator("details.attending > summary").click();
            omar.tick(omar.say("visit.need.QUIET"));
            Look.atEverySize(omar, "portal-visit-attending");
            omar.page().locator("details.attending > summary").click();
            Look.atEverySize(omar, "portal-visit-nearest");
            times(omar).first().click();
            omar.seesHeading(omar.say("visit.title.HELD")).sees(omar.say("visit.need.QUIET"));
            omar.page().locator(".countdown .num").waitFor();
            assertThat(omar.page().locator(".countdown .num").innerText()).matches("(10|9):\\d\\d");
            Look.atEverySize(omar, "portal-visit-held");
            omar.pressSaid("visit.confirm").sees(omar.say("visit.booked"));
            subscribed(omar);
        }
        var mail = house.post()
                .await(emailOf(house), MAIL, LETTERS.start("mail.VISIT_CONFIRMED.subject"), "Something else");
        try (var phone = people.visitor(Screen.PHONE, "en")) {
            phone.go(path(mail)).seesHeading(phone.say("visit.title.BOOKED"));
            phone.sees("Omar").doesNotSee("Haddad");
            Look.atEverySize(phone, "portal-visit-link");
            phone.press(phone.say("visit.move")).seesHeading(phone.say("visit.move.title"));
            times(phone).nth(4).click();
            phone.sees(phone.say("visit.moved"));
            house.post().await(emailOf(house), MAIL, LETTERS.start("mail.VISIT_MOVED.subject"), "Something else");
            phone.press(phone.say("visit.wish.start")).sees(phone.say("visit.wish.started"));
            phone.reload().press(phone.say("visit.cancel"));
            phone.press(phone.say("visit.cancel.yes")).seesHeading(phone.say("visit.title.CANCELLED_RESIDENT"));
            house.post().await(emailOf(house), MAIL, LETTERS.start("mail.VISIT_CANCELLED.subject"), "Something else");
            house.sql().run("update visit set state = 'SERVED' where link = ?::uuid", token(mail));
            phone.reload().seesHeading(phone.say("visit.link.dead.title"));
            Look.atEverySize(phone, "portal-visit-link-dead");
        }
        house.sql().run("update visit set state = 'CANCELLED_RESIDENT' where link = ?::uuid", token(mail));
    }

    @Test
    void B03_two_browsers_want_the_last_time_and_the_loser_gets_three_others_with_everything_still_filled_in(
            People people, House house) {
        try (var omar = people.resident("omar");
                var aino = people.resident("aino")) {
            leaveOneCounter(house);
            omar.go("/visits/new/LOST_KEY");
            times(omar).first().waitFor();
            omar.page().locator("details.attending > summary").click();
            omar.choose(omar.say("visit.who.proxy"));
            omar.type(omar.say("visit.who.name"), "Sami Haddad");
            omar.tick(omar.say("visit.need.SEATED"));
            aino.go("/visits/new/LOST_KEY");
            times(aino).first().waitFor();
            assertThat(digits(times(aino).first()))
                    .endsWith(digits(times(omar).first())
                            .substring(digits(times(omar).first()).length() - 3));
            times(aino).first().click();
            aino.seesHeading(aino.say("visit.title.HELD"));
            times(omar).first().click();
            omar.sees(omar.say("visit.taken"));
            assertThat(omar.page().locator(".notice button").count()).isEqualTo(3);
            assertThat(omar.field(omar.say("visit.who.name")).inputValue()).isEqualTo("Sami Haddad");
            Look.isAccessible(omar);
            omar.page().locator(".notice button").first().click();
            omar.seesHeading(omar.say("visit.title.HELD")).sees("Sami Haddad").sees(omar.say("visit.need.SEATED"));
        } finally {
            house.sql().run("update visit set state = 'EXPIRED', held_until = null where state = 'HELD'");
            house.sql().run("delete from counter_capacity where occasion = 'DAY' and counters = 1");
        }
    }

    @Test
    void B07_the_lead_cuts_the_hours_and_whoever_is_hit_is_told_and_offered_the_nearest_times(
            People people, House house) {
        try (var omar = people.resident("omar");
                var virta = people.staff("virta")) {
            house.sql().run("update visit set new_time_asked_at = null where new_time_asked_at is not null");
            omar.go("/visits/new/BROKEN_KEY");
            times(omar).nth(3).click();
            omar.seesHeading(omar.say("visit.title.HELD")).pressSaid("visit.confirm");
            omar.sees(omar.say("visit.booked"));
            var day = LocalDate.parse(house.sql().one("select local_start::date from visit where " + OMARS));

            virta.go("/calendar").seesHeading(virta.words().start("calendar.title"));
            virta.page().getByText(virta.say("calendar.form.EXCEPTION")).first().click();
            var form = virta.page()
                    .locator("vaadin-details")
                    .filter(new Locator.FilterOptions().setHasText(virta.say("calendar.form.EXCEPTION")));
            var date = form.locator("vaadin-date-picker input");
            date.fill("%d.%d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
            date.press("Enter");
            form.getByLabel(virta.say("calendar.hours.or.closed")).fill("6–6.30");
            form.getByLabel(virta.say("calendar.reason.fi")).fill("Henkilöstön koulutus");
            form.getByLabel(virta.say("calendar.reason.sv")).fill("Personalutbildning");
            form.getByLabel(virta.say("calendar.reason.en")).fill("Staff training");
            form.getByText(virta.say("calendar.save")).click();
            var hit = virta.page().locator(".displaced");
            hit.getByText("Omar Haddad").waitFor();
            Look.at(virta, "office-calendar-displaced");
            hit.locator("button").first().click();
            hit.getByText(virta.say("calendar.askedPill")).first().waitFor();

            var mail = house.post()
                    .await(
                            emailOf(house),
                            MAIL,
                            LETTERS.start("mail.VISIT_NEW_TIME.subject"),
                            house.sql().one("select number from visit where " + OMARS));
            omar.go(path(mail)).sees(omar.say("visit.newtime"));
            omar.go("/visits/" + house.sql().one("select id from visit where " + OMARS))
                    .seesHeading(omar.say("visit.newtime.title"));
            assertThat(omar.page().locator(".notice button").count()).isEqualTo(3);
            Look.atEverySize(omar, "portal-visit-new-time");
            omar.page().locator(".notice button").first().click();
            omar.sees(omar.say("visit.moved")).doesNotSee(omar.say("visit.newtime"));
            virta.reload();
            virta.page().locator(".week").waitFor();
            assertThat(virta.page()
                            .locator(".displaced")
                            .getByText("Omar Haddad")
                            .count())
                    .isZero();
        } finally {
            house.sql().run("delete from opening_exception where reason_en = 'Staff training'");
        }
    }

    @Test
    void a_caller_is_booked_for_with_b_the_name_and_enter_twice(People people, House house) {
        house.sql()
                .run(
                        "update visit set state = 'CANCELLED_RESIDENT', held_until = null where state in ('HELD', 'BOOKED')"
                                + " and resident_id = (select id from resident where given_name = 'Elin' and family_name = 'Lindroth')");
        try (var laine = people.staff("laine")) {
            laine.go("/desk").button(laine.say("book.open")).waitFor();
            laine.page().keyboard().press("b");
            laine.field(laine.say("book.who")).waitFor();
            laine.page().keyboard().type("Elin Lindroth");
            laine.page().getByText("Elin Lindroth,").first().waitFor();
            Look.at(laine, "office-book");
            laine.page().keyboard().press("Enter");
            laine.page()
                    .waitForFunction(
                            "document.activeElement && document.activeElement.closest('vaadin-radio-group') !== null");
            laine.page().keyboard().press("Enter");
            laine.sees(laine.words().start("book.done"));
            assertThat(
                            house.sql()
                                    .count(
                                            "select count(*) from visit v join resident r on r.id = v.resident_id"
                                                    + " where r.family_name = 'Lindroth' and r.given_name = 'Elin' and v.state = 'BOOKED'"))
                    .isEqualTo(1);
        }
    }

    /** A calendar program knows the address and nothing else. */
    private static void subscribed(Window omar) {
        omar.press(omar.say("visit.feed")).sees(omar.say("visit.feed.help"));
        var address = omar.page().locator("a[href*='.ics']").getAttribute("href");
        omar.page().context().clearCookies();
        var file = omar.page()
                .request()
                .get(URI.create(omar.page().url()).resolve(address).toString());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).contains("text/calendar").doesNotContain("method=");
        assertThat(file.text())
                .startsWith("BEGIN:VCALENDAR")
                .contains("BEGIN:VEVENT")
                .doesNotContain("Haddad");
        assertThat(omar.page()
                        .request()
                        .get(URI.create(omar.page().url())
                                .resolve("/calendar/00000000-0000-0000-0000-000000000000.ics")
                                .toString())
                        .status())
                .isEqualTo(404);
    }

    /** All counters but one are closed on every day that can be booked. */
    private static void leaveOneCounter(House house) {
        house.sql().run("""
                insert into counter_capacity (office_id, occasion, day, opens, closes, counters, staff_only, valid)
                select o.id, 'DAY', d::date, '00:00', '23:59', 1, 0, daterange(null, null)
                from office o, generate_series(current_date, current_date + 40, interval '1 day') d
                on conflict do nothing""");
    }

    private static String digits(Locator time) {
        return time.innerText().replaceAll("\\D", "");
    }

    private static Locator times(Window person) {
        return person.page().locator("button.time");
    }

    private static String emailOf(House house) {
        return house.sql()
                .one(
                        "select email from resident r join resident_account a on a.resident_id = r.id where username = 'omar'");
    }

    private static String path(Mail mail) {
        return "/v/" + token(mail);
    }

    private static String token(Mail mail) {
        var found = Pattern.compile("/v/([0-9a-f-]{36})").matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(1);
    }
}
