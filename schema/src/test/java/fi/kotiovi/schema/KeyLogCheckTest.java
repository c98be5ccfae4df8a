package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with every right of the database's administrator meddles with the log, and is found out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyLogCheckTest {
    private static EmbeddedDatabase database = EmbeddedDatabase.temporary();

    @BeforeAll
    static void load() {
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Order(1)
    void the_log_of_the_demo_is_whole_and_a_noted_link_is_found_again() {
        var verdict = check("");
        assertThat(verdict.whole()).isTrue();
        var note = verdict.sentence().substring(verdict.sentence().lastIndexOf(' ') + 1);
        assertThat(check(note).whole()).isTrue();
        assertThat(check("7:" + "0".repeat(64)).sentence()).contains("noted earlier");
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "update key_event set note = 'x'",
                "delete from key_event",
                "truncate key_event",
                "update key_handover set signed_name = 'Joku muu'",
                "delete from key_handover_key",
                "delete from key_early_pickup"
            })
    void nobody_not_even_the_owner_rewrites_what_happened(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("Nobody changes or removes");
        }
    }

    @Test
    @Order(3)
    void a_changed_link_is_named() throws SQLException {
        meddle("update key_event set kind = 'RETURNED' where chain_no = 17");
        assertThat(check("").sentence()).startsWith("BROKEN at link 17").contains("what it says was changed");
    }

    @Test
    @Order(4)
    void a_missing_link_is_named() throws SQLException {
        meddle("delete from key_event where chain_no = 9");
        assertThat(check("").sentence()).startsWith("BROKEN at link 10").contains("link 9 is missing");
    }

    private static KeyLogCheck.Verdict check(String known) {
        return KeyLogCheck.check(database.jdbcUrl(), Migration.OWNER, null, known);
    }

    /** As somebody who may switch triggers off. */
    private static void meddle(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("alter table key_event disable trigger user");
            statement.execute(sql);
            statement.execute("alter table key_event enable trigger user");
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), Migration.OWNER, null);
    }
}
