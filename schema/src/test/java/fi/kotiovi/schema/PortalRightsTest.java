package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal can reach when its code has forgotten every check. */
class PortalRightsTest {
    private static final String FILE = """
            insert into fault (number, submission_id, building_id, home_id, resident_id, place_code, problem_code, urgency,
              description, phone, language, state, filed_at, promised_by)
            select short_number('F', now(), nextval('fault_number')), uuidv7(), ?, ?, ?, 'KITCHEN', 'WATER_LEAK_TAP_DRIPS',
              'P3', 'Hana tippuu', '+358400000044', 'FI', 'RECEIVED', now(), now()
            returning id""";
    private static final String ORDER = """
            insert into work_order (number, fault_id, crew_id, state, urgency, created_at)
            select short_number('W', now(), nextval('work_order_number')), ?, crew_id, 'NEW', 'P3', now() from building""";
    private static final String REPLY = """
            insert into contact_message (contact_id, submission_id, direction, body, at, resident_id)
            values (?, uuidv7(), 'IN', 'Hei', now(), ?) returning id""";

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
    @ValueSource(
            strings = {
                "resident", "tenancy", "tenancy_resident", "home", "building", "resident_account", "fault",
                        "fault_event",
                "work_order", "alert", "visit", "visit_event", "contact", "contact_message", "contact_event",
                        "attachment",
                "draft", "notice", "access_log", "key_wish"
            })
    void showsNothingToNobody(String table) throws SQLException {
        try (var nobody = new Session(URL, "kotiovi_portal")) {
            assertThat(nobody.texts("select 1 from " + table)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "resident, id",
        "fault, resident_id",
        "contact, resident_id",
        "visit, resident_id",
        "tenancy_resident, resident_id",
        "resident_account, resident_id",
        "access_log, resident_id"
    })
    void showsAResidentTheirOwnRowsOnly(String table, String column) throws SQLException {
        var sql = "select count(*) filter (where %2$s <> ?) || ' of ' || (count(*) > 0) from %1$s"
                .formatted(table, column);
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            // Aino has no visit, everything else
            assertThat(portal.text(sql, aino)).isEqualTo("0 of " + !table.equals("visit"));
            assertThat(owner.text(sql, aino)).isNotEqualTo("0 of true");
        }
    }

    @Test
    void followsAResidentsOwnRowsToWhatBelongsToThem() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            assertThat(portal.texts("select staircase || ' ' || flat_number from home"))
                    .containsExactly("B 31");
            assertThat(portal.texts("select street_fi from building")).containsExactly("Lehmuskuja");
            assertThat(portal.texts("select title_fi from notice"))
                    .isNotEmpty()
                    .first()
                    .asString()
                    .startsWith("Vesikatko");
            assertThat(portal.texts("select fault_id from fault_event except select id from fault"))
                    .isEmpty();
            assertThat(portal.texts("select contact_id from contact_message except select id from contact"))
                    .isEmpty();
            assertThat(portal.texts("select fault_id from work_order except select id from fault"))
                    .isEmpty();
            assertThat(portal.count("(select state from fault_event) e")).isPositive();
        }
    }

    @Test
    void forgetsTheResidentWithTheTransaction() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            assertThat(portal.count("fault")).isPositive();
            portal.update("rollback");
            assertThat(portal.count("fault")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact_note",
                "ticket",
                "ticket_event",
                "ticket_matter",
                "counter_shift",
                "line_day",
                "line_knock",
                "key",
                "key_event",
                "key_custody",
                "key_rack",
                "key_bundle",
                "key_handover",
                "key_handover_key",
                "key_loan",
                "key_proposal",
                "key_order",
                "key_staging",
                "key_visit_note",
                "key_early_pickup",
                "key_inventory",
                "key_inventory_tick",
                "staff",
                "staff_has_role",
                "building_crew_hint",
                "staff_account",
                "on_call_shift",
                "notification",
                "sign_in_attempt",
                "alert_event",
                "work_order_event",
                "staff_draft",
                "visit_link_miss",
                "freed_time",
                "visit_offer",
                "calendar_feed",
                "quartz.qrtz_triggers"
            })
    void cannotReadWhatIsTheOfficesOwn(String table) throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.refused("select 1 from " + table);
        }
    }

    @Test
    void cannotSeeWhichMemberOfStaffDidSomething() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.refused("select staff_id from fault_event");
            portal.refused("select assignee_id from work_order");
            portal.refused("select staff_id from contact_event");
            portal.refused("select owner_id from contact");
            portal.refused("select staff_id from access_log");
        }
    }

    /** B21: whoever has the link of a visit may move and cancel it; the site itself neither reads nor chooses one. */
    @Test
    void neitherReadsNorChoosesTheLinkOfAVisit() throws SQLException {
        try (var portal = Session.of(URL, other)) {
            portal.refused("select link from visit");
            portal.refused("update visit set link = gen_random_uuid()");
            assertThat(portal.texts("select visit_id from open_visit_link(gen_random_uuid(), 'x', now(), now(), 5)"))
                    .isEmpty();
            assertThat(
                            portal.texts(
                                    "select visit_id from open_visit_link((select id from visit limit 1), 'x', now(), now(), 5)"))
                    .isEmpty();
        }
    }

    @Test
    void filesAFaultForOnesOwnHomeAndNoOther() throws SQLException {
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            var building = portal.id("select id from building");
            var home = portal.id("select id from home");
            var theirs = owner.id(
                    "select home_id from tenancy join tenancy_resident on tenancy_id = id where resident_id = ?",
                    other);
            var theirBuilding = owner.id("select building_id from home where id = ?", theirs);
            var fault = portal.id(FILE, building, home, aino);
            assertThat(portal.update("""
                    insert into fault_event (fault_id, version, state, at, actor) values (?, 1, 'RECEIVED', now(), 'RESIDENT')""", fault)).isEqualTo(1);
            assertThat(portal.update(ORDER, fault)).isEqualTo(1);
            portal.refused(ORDER, owner.id("select id from fault where resident_id <> ? limit 1", aino));
            portal.refused(FILE, theirBuilding, theirs, aino);
            portal.refused(FILE, building, home, other);
        }
    }

    @Test
    void writesIntoOnesOwnContactAndNoOther() throws SQLException {
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            var own = portal.id("select id from contact where state = 'NEW'");
            var theirs = owner.id("select id from contact where resident_id <> ? and state = 'NEW' limit 1", aino);
            assertThat(portal.texts(REPLY, own, aino)).hasSize(1);
            portal.refused(REPLY, theirs, aino);
            portal.refused(REPLY, own, other);
        }
    }

    @Test
    void cancelsOnesOwnVisitAndNoOther() throws SQLException {
        var cancel = "update visit set state = 'CANCELLED_RESIDENT' where state = 'BOOKED'";
        try (var portal = Session.of(URL, aino)) {
            assertThat(portal.update(cancel)).isZero();
        }
        try (var portal = Session.of(URL, other)) {
            assertThat(portal.update(cancel)).isPositive();
            portal.refused("update visit set state = 'SERVED'");
            portal.refused("update visit set resident_id = ?", aino);
        }
    }

    @Test
    void cannotChangeWhatHappenedNorWhoSomebodyIs() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.refused("update fault_event set note = ''");
            portal.refused("delete from contact_message");
            portal.refused("update contact_message set body = 'x'");
            portal.refused("update resident set email = 'x@example.org'");
            portal.refused("update tenancy set during = '[2020-01-01,)'");
            portal.refused("update fault set urgency = 'P1'");
            portal.refused("truncate fault");
            assertThat(portal.update("update resident set language = 'SV'")).isEqualTo(1);
        }
    }

    @Test
    void learnsTakenTimesButNobodysNames() throws SQLException {
        try (var portal = Session.of(URL, aino);
                var owner = TestDatabase.owner(URL)) {
            var office = owner.id("select id from office");
            assertThat(portal.texts("select counter_id from taken_times(?, '(,)', now())", office))
                    .hasSize(12);
            var waiting = portal.id("select id from contact where state = 'NEW'");
            assertThat(portal.text("select place_in_line(?)", waiting))
                    .isEqualTo(owner.text(
                            "select count(*) from contact where state = 'NEW' and arrived_at <= (select arrived_at from contact where id = ?)",
                            waiting));
            var theirs = owner.id("select id from contact where resident_id <> ? and state = 'NEW' limit 1", aino);
            assertThat(portal.texts("select place_in_line(?)", theirs)).containsExactly("null");
        }
    }
}
