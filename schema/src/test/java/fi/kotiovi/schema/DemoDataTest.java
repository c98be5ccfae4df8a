package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    /** Hashes of passwords are salted and links of visits random, and therefore never the same. */
    private static final String COMPARED = """
            select relname::text from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
              and relname not in ('flyway_schema_history', 'resident_account', 'staff_account')
            order by 1""";

    @Test
    void isTheSameEveryTimeForTheSameMoment() throws SQLException {
        assertThat(checksums(TestDatabase.demo(TestDatabase.CLOCK))).isEqualTo(checksums(TestDatabase.small()));
    }

    @Test
    void loadsNothingWhereThereAreHomes() throws SQLException {
        var url = TestDatabase.demo(TestDatabase.CLOCK);
        var before = checksums(url);
        DemoData.load(url, Migration.OWNER, null, DemoSize.FULL, TestDatabase.at("2027-03-01T10:00:00Z"));
        assertThat(checksums(url)).isEqualTo(before);
    }

    @Test
    void isAsLargeAsItSays() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.count("home")).isEqualTo(40);
            assertThat(owner.count("staff")).isEqualTo(12);
            assertThat(owner.count("crew")).isEqualTo(3);
            assertThat(owner.count("resident")).isBetween(55L, 75L);
            assertThat(owner.count("fault")).isEqualTo(90);
            assertThat(owner.count("fault where state <> 'CLOSED'")).isEqualTo(12);
            assertThat(owner.count("contact where state <> 'NEW'")).isBetween(140L, 150L);
            assertThat(owner.count("contact where state = 'NEW'")).isEqualTo(14);
            assertThat(owner.count("visit where state = 'BOOKED'")).isEqualTo(12);
            assertThat(owner.count("visit where state <> 'BOOKED'")).isEqualTo(60);
            assertThat(owner.count("contact_note")).isGreaterThan(5);
            assertThat(owner.count("notification where state = 'SENT'")).isGreaterThan(40);
        }
    }

    @Test
    void speaksThreeLanguagesInManyWords() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            for (var language : List.of("FI", "SV", "EN")) {
                assertThat(owner.count("contact where language = '" + language + "'"))
                        .isGreaterThan(5);
                assertThat(owner.count("fault where language = '" + language + "'"))
                        .isGreaterThan(3);
            }
            assertThat(owner.count("(select distinct body from contact_message where direction = 'IN') m"))
                    .isGreaterThan(40);
            assertThat(owner.count("(select distinct description from fault) f"))
                    .isGreaterThan(30);
        }
    }

    @Test
    void givesTheFixedPeopleTheirParts() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.texts("select username from demo_sign_in order by realm, username"))
                    .containsExactly(
                            "aino", "elin", "matti", "omar", "aalto", "hakala", "laine", "lehto", "niemi", "oja",
                            "rinne", "salmi", "virta");
            assertThat(owner.texts("""
                    select a.username || ': ' || b.street_fi || ' ' || b.house_number || ' ' || h.staircase || ' ' || h.flat_number
                    from resident_account a join tenancy_resident using (resident_id) join tenancy t on t.id = tenancy_id
                      join home h on h.id = t.home_id join building b on b.id = h.building_id
                    order by 1"""))
                    .containsExactly(
                            "aino: Lehmuskuja 4 B 31",
                            "elin: Vasskroken 2 C 11",
                            "matti: Lehmuskuja 4 A 6",
                            "omar: Kaislatie 9 A 12");
            var open = """
                    select count(*) from %s x join resident_account a using (resident_id)
                    where a.username = '%s' and x.state not in (%s)""";
            assertThat(owner.text(open.formatted("fault", "aino", "'CLOSED'"))).isEqualTo("1");
            assertThat(owner.text(open.formatted("contact", "aino", "'CLOSED'")))
                    .isEqualTo("1");
            assertThat(owner.text(open.formatted("fault", "matti", "'CLOSED'"))).isEqualTo("0");
            assertThat(owner.text(open.formatted("contact", "matti", "'CLOSED'")))
                    .isEqualTo("0");
            assertThat(owner.count("visit join resident_account using (resident_id)"))
                    .isZero();
            assertThat(owner.texts("""
                    select k.tag || ' ' || k.hook || ' ' || k.state from key k join tenancy t on t.home_id = k.home_id
                      join tenancy_resident r on r.tenancy_id = t.id join resident_account a using (resident_id)
                    where a.username = 'elin' order by 1""")).hasSize(5).first().isEqualTo("K-4471 C 07 IN_STORE");
            assertThat(owner.texts("""
                    select a.username from on_call_shift s join staff_account a using (staff_id)
                    where s.during @> ?::timestamptz order by s.level""", TestDatabase.NOW)).containsExactly("lehto", "rinne", "niemi");
        }
    }

    @Test
    void makesTheKeyRoomLookLivedIn() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.texts("select distinct state::text from key_order order by 1"))
                    .contains("ARRIVED", "CANCELLED", "ORDERED", "READY");
            assertThat(owner.texts("select distinct state::text from key_wish order by 1"))
                    .contains("ASKED", "DECLINED", "ORDERED");
            assertThat(owner.count("(select bundle_id from key group by bundle_id having count(*) > 2) rings"))
                    .isGreaterThan(5);
            assertThat(owner.count("key where home_id is null and kind = 'LAUNDRY'"))
                    .isPositive();
            assertThat(owner.count("key where kind = 'MASTER'")).isPositive();
            assertThat(owner.count("key_loan where crew_id is not null")).isPositive();
            assertThat(owner.text(
                            "select count(*) from key_loan where contractor is not null and due_at < ?::timestamptz",
                            TestDatabase.NOW))
                    .isNotEqualTo("0");
        }
    }

    private static Map<String, String> checksums(String url) throws SQLException {
        try (var owner = TestDatabase.owner(url)) {
            var sums = new TreeMap<String, String>();
            for (var table : owner.texts(COMPARED)) {
                sums.put(
                        table,
                        owner.text(
                                "select count(*) || ' ' || coalesce(md5(string_agg(v, '|' order by v)), '') from (select (to_jsonb(t) - 'link')::text as v from %s t) r"
                                        .formatted(table)));
            }
            return sums;
        }
    }
}
