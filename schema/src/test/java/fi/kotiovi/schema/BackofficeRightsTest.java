package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackofficeRightsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault_event",
                "contact_event",
                "key_event",
                "key_handover",
                "key_early_pickup",
                "visit_event",
                "ticket_event",
                "work_order_event",
                "alert_event",
                "contact_message",
                "contact_note",
                "access_log",
                "sign_in_attempt"
            })
    void cannotRewriteWhatHappened(String table) throws SQLException {
        try (var office = new Session(TestDatabase.small(), "kotiovi_backoffice")) {
            office.refused("update %s set at = now()".formatted(table));
            office.refused("delete from %s".formatted(table));
            office.refused("truncate %s".formatted(table));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fault", "visit", "contact", "key", "resident", "home", "tenancy", "work_order", "notification"})
    void seesEverybodyAndDeletesNobody(String table) throws SQLException {
        try (var office = new Session(TestDatabase.small(), "kotiovi_backoffice");
                var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(office.count(table)).isPositive().isEqualTo(owner.count(table));
            office.refused("delete from " + table);
        }
    }

    @Test
    void addsToWhatHappened() throws SQLException {
        try (var office = new Session(TestDatabase.small(), "kotiovi_backoffice")) {
            assertThat(office.update("""
                    insert into fault_event (fault_id, version, state, at, actor, actor_name)
                    select id, version + 1, 'ACCEPTED', now(), 'CREW', 'Huolto Lehto' from fault where state = 'RECEIVED'""")).isPositive();
        }
    }
}
