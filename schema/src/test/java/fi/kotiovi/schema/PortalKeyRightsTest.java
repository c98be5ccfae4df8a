package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal can learn of keys, and ask for, when its code has forgotten every check. */
class PortalKeyRightsTest {
    private static final String URL = TestDatabase.small();
    private static UUID aino = new UUID(0, 0);
    private static UUID other = new UUID(0, 0);

    @BeforeAll
    static void meet() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            aino = owner.id("select resident_id from resident_account where username = 'aino'");
            other = owner.id("select resident_id from visit where state = 'BOOKED' order by id limit 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_keys()", "my_key_receipts()", "my_ready_keys()", "my_key_receipt_keys(uuidv7())"})
    void tellsOfKeysOnlyToWhoeverHasThem(String function) throws SQLException {
        try (var nobody = new Session(URL, "kotiovi_portal");
                var office = new Session(URL, "kotiovi_backoffice")) {
            assertThat(nobody.texts("select 1 from " + function)).isEmpty();
            assertThat(office.texts("select 1 from " + function)).isEmpty();
        }
    }

    @Test
    void tellsOfOrderedKeysOnTheSiteAlone() throws SQLException {
        try (var nobody = new Session(URL, "kotiovi_portal");
                var office = new Session(URL, "kotiovi_backoffice")) {
            assertThat(nobody.texts("select 1 from my_key_orders()")).isEmpty();
            office.refused("select 1 from my_key_orders()");
            office.refused("select my_keys_under_way(uuidv7())");
        }
    }

    @Test
    void tellsAResidentOfTheOwnKeys() throws SQLException {
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            assertThat(portal.texts("select tag from my_keys() order by 1"))
                    .isNotEmpty()
                    .isEqualTo(owner.texts("""
                            select tag from key join key_custody on key_id = id
                            where upper_inf(during) and resident_id = ? order by 1""", aino));
        }
    }

    @Test
    void learnsOfKeysOnlyWhetherSomeWaitForOneself() throws SQLException {
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            var theirs = owner.id("""
                    select k.home_id from key k join building b on b.id = k.building_id and b.office_id = k.office_id
                    where k.state = 'IN_STORE' and k.home_id is not null and k.home_id not in (
                      select t.home_id from tenancy t join tenancy_resident r on r.tenancy_id = t.id where r.resident_id = ?)
                    limit 1""", aino);
            var office = owner.id("select office_id from key where home_id = ? limit 1", theirs);
            assertThat(portal.text("select keys_wait_for_me(?, ?, false)::text", theirs, office))
                    .isEqualTo("false");
        }
    }

    @Test
    void asksForKeysToOnesOwnHomeAndNoOther() throws SQLException {
        var wish = """
                insert into key_wish (id, resident_id, home_id, kind, pieces, reason, asked_at)
                values (uuidv7(), ?, ?, 'GARAGE', 1, 'Auto tuli', now()) returning id""";
        var answered = """
                insert into key_wish (id, resident_id, home_id, kind, pieces, reason, state, asked_at)
                values (uuidv7(), ?, ?, 'REMOTE', 1, 'Auto tuli', 'ORDERED', now())""";
        try (var portal = Session.of(URL, aino);
                var stranger = Session.of(URL, other);
                var nobody = new Session(URL, "kotiovi_portal");
                var owner = TestDatabase.owner(URL)) {
            var home = portal.id("select id from home");
            var theirs = owner.id(
                    "select home_id from tenancy join tenancy_resident on tenancy_id = id where resident_id = ?",
                    other);
            // first: whoever asks for keys to a home makes others who do so wait
            stranger.refused(wish, other, home);
            stranger.update("rollback");
            nobody.refused(wish, aino, home);
            nobody.update("rollback");
            assertThat(portal.texts(wish, aino, home)).hasSize(1);
            portal.refused(wish, aino, theirs);
            portal.refused(wish, other, home);
            portal.refused(answered, aino, home);
            portal.refused("update key_wish set state = 'ORDERED'");
            portal.refused("update key_wish set pieces = 3");
            portal.refused("select answered_by from key_wish");
            portal.refused("delete from key_wish");
            assertThat(portal.update(
                            "update key_wish set state = 'WITHDRAWN', answered_at = now() where kind = 'GARAGE'"))
                    .isEqualTo(1);
        }
    }

    /** Whoever lives there without being a party to the lease neither orders nor pays. */
    @Test
    void asksForKeysOnlyAsAPartyToTheLease() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            var housemate = owner.id("select resident_id from tenancy_resident where role = 'OTHER' limit 1");
            var home = owner.id(
                    "select home_id from tenancy join tenancy_resident on tenancy_id = id where resident_id = ?",
                    housemate);
            try (var portal = Session.of(URL, housemate)) {
                portal.refused("""
                        insert into key_wish (id, resident_id, home_id, kind, pieces, reason, asked_at)
                        values (uuidv7(), ?, ?, 'GARAGE', 1, 'Auto tuli', now())""", housemate, home);
                assertThat(portal.text("select my_keys_under_way(?) is not null", home))
                        .isEqualTo("t");
            }
            try (var portal = Session.of(URL, aino)) {
                assertThat(portal.text("select my_keys_under_way(?)", home)).isEqualTo("null");
                portal.refused("select keys_under_way(?)", home);
            }
        }
    }
}
