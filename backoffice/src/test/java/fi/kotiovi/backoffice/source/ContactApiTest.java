package fi.kotiovi.backoffice.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.source.ContactSources;
import fi.kotiovi.domain.source.Sourcing;
import fi.kotiovi.vocabulary.ContactChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class ContactApiTest extends OfficeTest {
    private static final String JSON = "application/json";

    @Autowired
    private ContactSources sources;

    private MockMvc door;
    private String key;

    @BeforeEach
    void aSource() {
        door = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
        owner().update("delete from contact_source_event");
        owner().update("update contact_source set name = 'Lopetettu ' || id, ended_at = coalesce(ended_at, now())");
        key = ((Sourcing.Made) as("virta", () -> sources.make("Lomake", ContactChannel.SERVICE_REQUEST))).key();
    }

    @AfterEach
    void nobodyWaitsForUs() {
        owner().update(
                        "update contact set state = 'CLOSED', closed_at = now() where source_id is not null and state = 'NEW'");
    }

    @Test
    void what_a_machine_brings_is_taken_once_without_a_session_or_a_token() throws Exception {
        var body = """
                {"externalId": "A-1", "name": "Aku Ankka", "mail": "aku@example.org", "language": "sv",
                 "subject": "Parkering", "text": "Hej, får jag en bilplats?", "topic": "PARKING"}""";
        var first = send(key, JSON, body);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).matches("\\{\"number\":\"C-\\d\\d-\\d+\",\"place\":\\d+}");
        assertThat(first.getCookies()).isEmpty();
        var again = send(key, "application/json; charset=utf-8", body);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(owner().queryForObject(
                                "select language || ' ' || topic_code || ' ' || sender_address from contact where subject = 'Parkering' and source_id is not null",
                                String.class))
                .isEqualTo("SV PARKING aku@example.org");
    }

    @Test
    void an_idempotency_key_stands_for_an_id() throws Exception {
        var body = "{\"phone\": \"040 123 4567\", \"text\": \"Soittakaa\"}";
        var request = post("/api/v1/contacts")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "K-1")
                .contentType(JSON)
                .content(body);
        var first = door.perform(request).andReturn().getResponse();
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(door.perform(request).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(problem(send(key, JSON, body), 422)).contains("\"field\":\"externalId\"");
    }

    @Test
    void each_mistake_has_its_status_and_names_its_field() throws Exception {
        assertThat(problem(send("wrong", JSON, "{}"), 401)).contains("No source");
        assertThat(send("wrong", JSON, "{}").getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(door.perform(post("/api/v1/contacts").contentType(JSON).content("{}"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        problem(send(key, "text/plain", "{}"), 415);
        problem(send(key, JSON, "{\"text\": \"" + "x".repeat(ContactApi.MOST_BYTES) + "\"}"), 413);
        problem(send(key, JSON, "no json"), 400);
        problem(send(key, JSON, "[]"), 400);
        assertThat(problem(send(key, JSON, "{\"texts\": \"a\"}"), 400)).contains("\"field\":\"texts\"");
        assertThat(problem(send(key, JSON, "{\"text\": 5}"), 400)).contains("\"field\":\"text\"");
        assertThat(problem(send(key, JSON, "{\"arrivedAt\": \"yesterday\"}"), 400))
                .contains("\"field\":\"arrivedAt\"");
        assertThat(problem(send(key, JSON, "{\"language\": \"de\"}"), 400)).contains("\"field\":\"language\"");
        assertThat(problem(send(key, JSON, "{\"externalId\": \"1\", \"text\": \"a\", \"mail\": \"b\"}"), 422))
                .contains("\"field\":\"mail\"");
    }

    @Test
    void too_much_is_told_with_a_time_to_wait() throws Exception {
        owner().update(
                        "update contact_source set minute = date_trunc('minute', now()), in_minute = 600 where ended_at is null");
        var response = send(key, JSON, "{}");
        // at the turn of a minute counting begins anew
        if (response.getStatus() != 429) {
            owner().update(
                            "update contact_source set minute = date_trunc('minute', now()), in_minute = 600 where ended_at is null");
            response = send(key, JSON, "{}");
        }
        problem(response, 429);
        assertThat(Integer.parseInt(String.valueOf(response.getHeader("Retry-After"))))
                .isBetween(1, 60);
    }

    @Test
    void no_other_page_opens_to_a_key() throws Exception {
        for (var path : new String[] {"/api/v1/contacts/1", "/api/v1/others", "/queue"}) {
            var response = door.perform(post(path).header("Authorization", "Bearer " + key))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(path).isIn(302, 403);
        }
    }

    private MockHttpServletResponse send(String secret, String type, String body) throws Exception {
        return door.perform(post("/api/v1/contacts")
                        .header("Authorization", "Bearer " + secret)
                        .contentType(type)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static String problem(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        return response.getContentAsString();
    }
}
