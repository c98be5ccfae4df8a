package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may touch the mail that people write to us, and what the database never lets happen to it. */
class InboundMailRightsTest {
    private static final String STORE = """
            insert into inbound_mail (mailbox, message_id, sha256, raw, received_at, stored_at, due_at)
            values ('office@kotiovi.example', ?, sha256('x'), 'x', now(), now(), now())""";

    private static final String URL = TestDatabase.demo(TestDatabase.CLOCK);

    @BeforeAll
    static void openTheMailbox() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            owner.update("insert into mailbox (address) values ('office@kotiovi.example')");
            owner.keep();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbound_mail", "mailbox"})
    void theResidentsSiteSeesNothingOfIt(String table) throws SQLException {
        try (var owner = TestDatabase.owner(URL);
                var portal =
                        Session.of(URL, owner.id("select resident_id from resident_account where username = 'aino'"))) {
            portal.refused("select 1 from " + table);
            portal.refused("delete from " + table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_address", "sender_name", "maybe_of_id"})
    void theResidentsSiteDoesNotSeeWhoWrote(String column) throws SQLException {
        try (var owner = TestDatabase.owner(URL);
                var portal =
                        Session.of(URL, owner.id("select resident_id from resident_account where username = 'aino'"))) {
            portal.refused("select %s from contact".formatted(column));
            portal.refused("update contact set %s = null".formatted(column));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw = 'y'",
                "received_at = now()",
                "sha256 = sha256('y')",
                "message_id = 'y'",
                "stored_at = now()"
            })
    void theOfficeRewritesNothingThatCameIn(String change) throws SQLException {
        try (var office = new Session(URL, "kotiovi_backoffice")) {
            office.refused("update inbound_mail set " + change);
            office.refused("delete from inbound_mail");
        }
    }

    @Test
    void aLetterIsThereOncePerMailbox() throws SQLException {
        try (var office = new Session(URL, "kotiovi_backoffice")) {
            assertThat(office.update(STORE, "<a@b>")).isEqualTo(1);
            assertThatThrownBy(() -> office.update(STORE, "<a@b>")).hasMessageContaining("inbound_mail_once");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IGNORED, inbound_mail_left_out_says_why",
        "QUARANTINED, inbound_mail_left_out_says_why",
        "FILED, inbound_mail_filed_somewhere"
    })
    void whatIsLeftOutSaysWhyAndWhatIsFiledSaysWhere(String state, String rule) throws SQLException {
        try (var office = new Session(URL, "kotiovi_backoffice")) {
            office.update(STORE, "<c@d>");
            assertThatThrownBy(() -> office.update("update inbound_mail set state = '%s'".formatted(state)))
                    .hasMessageContaining(rule);
        }
    }
}
