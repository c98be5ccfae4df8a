package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Camera;
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

/** Journey 1: a tap drips at Aino's, and Lehto comes and mends it. */
@ExtendWith(WithPeople.class)
@Order(1)
class FaultJourneyIT {
    private static final String AINO = "aino.karhu@example.org";
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final Duration NEWS = Duration.ofSeconds(3);
    private static final Words LETTERS = new Words("backoffice", "fi");
    private static final String TOLD = "Keittiön hana tippuu koko ajan, myös yöllä.";
    private static final String DONE = "Vaihdoin hanan tiivisteen. Ei tipu enää.";

    @Test
    void a_dripping_tap_is_reported_followed_and_mended(People people, House house) {
        try (var aino = people.resident("aino");
                var lehto = people.crew("lehto")) {
            Look.atEverySize(aino, "portal-home");
            report(aino, house);
            open(lehto);
            step(aino, lehto, house, "ACCEPT", "ACCEPTED");
            aino.doesNotSee(aino.say("fault.filed"));
            step(aino, lehto, house, "ON_THE_WAY", "ON_THE_WAY");
            Look.atEverySize(aino, "portal-fault");
            // whoever opens the door needs no mail about it
            lehto.press(lehto.say("work.step.ARRIVE"));
            noticed(aino, "IN_PROGRESS");
            finish(aino, lehto, house);
            aino.go("/faults").sees("Hana tippuu");
            Look.isAccessible(aino);
        }
    }

    private static void report(Window aino, House house) {
        aino.follow(aino.say("home.fault")).seesHeading(aino.say("danger.title"));
        Look.atEverySize(aino, "portal-danger");
        aino.pressSaid("danger.none").seesHeading(aino.say("place.title"));
        Look.atEverySize(aino, "portal-place");
        aino.press("Keittiö")
                .seesHeading(aino.say("problem.title"))
                .press("Vesi vuotaa")
                .sees("Hana tippuu");
        Look.atEverySize(aino, "portal-problem");
        aino.press("Hana tippuu").seesHeading(aino.say("details.title"));
        aino.type(aino.say("details.description"), TOLD);
        aino.attach("hana.jpg", "image/jpeg", Camera.photo());
        aino.button(aino.say("upload.remove", "hana.jpg")).waitFor();
        Reporting.letIn(aino);
        Look.atEverySize(aino, "portal-details");
        aino.button(aino.say("details.send")).dblclick();
        aino.seesHeading("Hana tippuu").sees(aino.words().start("fault.filed"));
        aino.sees(aino.say("fault.filed.normal")).sees(aino.words().start("fault.next.RECEIVED"));
        assertThat(house.sql().count("select count(*) from fault where description = ?", TOLD))
                .as("filed once, for all the clicks")
                .isEqualTo(1);
        photoIsClean(house);
        house.post().await(AINO, MAIL, LETTERS.start("mail.fault.received"));
        aino.sees(house.sql().one("select number from fault where description = ?", TOLD));
    }

    /** Turned the right way up, and without a word of where it was taken. */
    private static void photoIsClean(House house) {
        var found = house.sql()
                .column(
                        "select (position('Exif'::bytea in content) = 0 and position(?::bytea in content) = 0)::text"
                                + " from attachment a join fault f on f.id = a.fault_id where f.description = ?",
                        Camera.PLACE.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        TOLD);
        assertThat(found).containsExactly("true");
    }

    private static void open(Window lehto) {
        lehto.seesHeading("").sees("Hana tippuu");
        Look.at(lehto, "crew-work");
        lehto.page().locator("a.work-row", containing("Hana tippuu")).last().click();
        lehto.seesHeading("Hana tippuu").sees(TOLD);
        Look.at(lehto, "crew-work-order");
    }

    private static com.microsoft.playwright.Page.LocatorOptions containing(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private static void step(Window aino, Window lehto, House house, String step, String shown) {
        lehto.press(lehto.say("work.step." + step));
        noticed(aino, shown);
        house.post().await(AINO, MAIL, lehto.words().start("mail.fault." + shown + ".subject"));
    }

    private static void finish(Window aino, Window lehto, House house) {
        lehto.press(lehto.say("work.step.FINISH"));
        lehto.type(lehto.say("work.note.FINISH"), DONE);
        lehto.attach("valmis.jpg", "image/jpeg", Camera.photo());
        lehto.page().locator("vaadin-upload-file[complete]").waitFor();
        Look.isAccessible(lehto);
        lehto.press(lehto.say("work.step.FINISH"));
        noticed(aino, "DONE");
        aino.sees(DONE);
        lehto.sees(lehto.say("work.state.DONE"));
        house.post().await(AINO, MAIL, lehto.words().start("mail.fault.DONE.subject"));
        assertThat(house.sql()
                        .count("select count(*) from attachment a join work_order w on w.id = a.work_order_id"
                                + " join fault f on f.id = w.fault_id where f.description = '" + TOLD + "'"))
                .isEqualTo(1);
    }

    private static void noticed(Window aino, String state) {
        var begun = System.nanoTime();
        aino.page()
                .locator(".status .pill", containing(aino.say("fault.state." + state)))
                .waitFor();
        var waited = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("Aino sees %s after %d ms%n", state, waited.toMillis());
        assertThat(waited).as("until Aino sees %s", state).isLessThanOrEqualTo(NEWS);
    }
}
