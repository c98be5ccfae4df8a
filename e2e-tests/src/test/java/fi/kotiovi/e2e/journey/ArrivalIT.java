package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other ways into the line: another system, a call that somebody asked for, and the same matter told twice. */
@ExtendWith(WithPeople.class)
class ArrivalIT {
    private static final String MATTER = "Pesutuvan kuivausrumpu ei lämpene, pyykit jäävät märiksi.";
    private static final String AGAIN = "Pesutuvan kuivausrumpu ei vieläkään lämpene, pyykit jäävät märiksi.";

    @BeforeEach
    void nobodyElseWaits(House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, merged_into = null"
                                + " where state <> 'CLOSED'");
        house.sql().run("update call_back set ended = 'CANCELLED', ended_at = now() where ended is null");
        house.sql().run("delete from opening_exception where service = 'PHONE'");
        house.sql().run("""
                insert into opening_exception (office_id, service, day, opens, closes, reason_fi, reason_sv, reason_en)
                select id, 'PHONE', current_date + d, '00:00', '23:59:59', '', '', '' from office, generate_series(-1, 2) d""");
    }

    @AfterEach
    void usualHours(House house) {
        house.sql().run("delete from opening_exception where service = 'PHONE'");
    }

    @Test
    void what_another_system_brings_is_answered_in_its_turn(People people, House house) throws Exception {
        try (var virta = people.staff("virta");
                var oja = people.staff("oja")) {
            virta.go("/queue/sources").seesHeading(virta.say("source.title"));
            virta.type(virta.say("source.name"), "Verkkosivujen lomake").press(virta.say("source.make"));
            var field =
                    virta.page().locator("vaadin-text-field[readonly] input").first();
            var key = field.inputValue();
            // no key in a picture, not even one that opens nothing any more
            field.evaluate("field => field.value = 'kotiovi_' + '•'.repeat(43)");
            Look.at(virta, "office-sources");
            virta.press(virta.say("source.key.seen"));
            virta.doesNotSee(key);

            var body =
                    "{\"externalId\": \"4711\", \"name\": \"Aku\", \"elsewhere\": \"@aku\", \"text\": \"Onko vapaita asuntoja?\"}";
            var first = send(house, key, body);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.headers().firstValue("set-cookie")).isEmpty();
            assertThat(first.body()).contains("\"place\":1");
            var again = send(house, key, body);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(send(house, "wrong", body).statusCode()).isEqualTo(401);

            oja.press(oja.say("queue.takeNext"));
            oja.sees("Onko vapaita asuntoja?").sees("@aku");
            Look.at(oja, "office-elsewhere");
        }
    }

    @Test
    void a_call_is_asked_for_and_made_and_the_same_matter_is_told_once(People people, House house) {
        try (var aino = people.resident("aino");
                var oja = people.staff("oja")) {
            aino.go("/contacts/call").seesHeading(aino.say("callback.title"));
            Look.atEverySize(aino, "portal-call-back");
            choose(aino, 0, 1);
            choose(aino, 1, 4);
            aino.type(aino.say("chat.first"), MATTER).press(aino.say("callback.do"));
            aino.sees(aino.say("callback.cancel"));
            Look.atEverySize(aino, "portal-call-back-asked");

            aino.go("/contacts/new").seesHeading(aino.say("contact.new.title"));
            aino.pick("Sauna ja pesutupa")
                    .type(aino.say("contact.subject"), "Kuivausrumpu")
                    .type(aino.say("contact.body"), AGAIN)
                    .press(aino.say("contact.send"));
            aino.sees(aino.say("contact.same.title"));
            Look.isAccessible(aino);
            aino.page().locator(".same .btn").last().scrollIntoViewIfNeeded();
            Look.picture(aino, "portal-same-matter");
            aino.press(aino.say("contact.same.add"));
            aino.sees(AGAIN);
            assertThat(aino.page().locator(".bubble.mine .typed").allTextContents())
                    .containsExactly(MATTER, AGAIN);

            // the time to call has come
            house.sql().run("update contact set state = 'NEW', back_at = null where state = 'WAITING_INTERNAL'");
            oja.press(oja.say("queue.takeNext"));
            oja.sees(AGAIN);
            Look.at(oja, "office-call-back");
            oja.press(oja.say("callback.reached"));
            oja.sees(oja.say("callback.end.REACHED"));
            oja.type(oja.say("contact.answer"), "Kuten puhuttiin, korjaaja tulee torstaina.")
                    .press(oja.say("contact.sendAndClose"));
            aino.sees("Kuten puhuttiin, korjaaja tulee torstaina.");
        }
    }

    private static void choose(Window resident, int list, int option) {
        resident.page().locator("vaadin-select").nth(list).click();
        var options = resident.page().getByRole(AriaRole.OPTION);
        options.nth(option).click();
        options.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static HttpResponse<String> send(House house, String key, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(house.office().url() + "/api/v1/contacts"))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
