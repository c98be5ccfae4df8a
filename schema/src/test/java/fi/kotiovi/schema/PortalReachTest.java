package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resident of a large landlord waits no longer for what is theirs than one of a small landlord. */
class PortalReachTest {
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)");

    /** Twenty thousand homes fill hundreds of pages of each table; a handful of rows is found in a few. */
    private static final int FEW = 50;

    private static final String URL = TestDatabase.demo(TestDatabase.CLOCK);
    private static UUID aino = new UUID(0, 0);

    @BeforeAll
    static void moveThousandsIn() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            aino = owner.id("select resident_id from resident_account where username = 'aino'");
            owner.update("""
                    with place as (select id from building limit 1),
                    homes as (insert into home (building_id, staircase, flat_number, floor, layout)
                        select id, 'Z', n, 1, '2h+k' from place, generate_series(1, 20000) n returning id),
                    leases as (insert into tenancy (home_id, during) select id, '[2020-01-01,)' from homes returning id),
                    people as (insert into resident (given_name, family_name, phone, language)
                        select 'Many', 'Person' || n, '+358401234567', 'FI' from generate_series(1, 20000) n returning id)
                    insert into tenancy_resident (tenancy_id, resident_id, role)
                    select l.id, p.id, 'MAIN' from (select id, row_number() over () as n from leases) l
                        join (select id, row_number() over () as n from people) p on p.n = l.n""");
            owner.update("""
                    with letters as (insert into contact (number, office_id, resident_id, channel, topic_code, subject,
                            language, state, arrived_at, promised_by)
                        select 'B-' || row_number() over (), (select id from office limit 1), r.id, (select min(channel) from contact),
                            (select code from contact_topic limit 1), 'Hei', 'FI', 'NEW', now(), now() from resident r
                        returning id, resident_id)
                    insert into contact_message (contact_id, submission_id, direction, body, at, resident_id)
                    select id, uuidv7(), 'IN', 'Hei', now(), resident_id from letters""");
            owner.keep();
            owner.update("analyze");
            owner.keep();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select t.id from tenancy t",
                "select h.id from home h join building b on b.id = h.building_id",
                "select n.id from notice n",
                "select a.id from attachment a where a.contact_message_id = uuidv7()",
                "select m.id from contact c join contact_message m on m.contact_id = c.id"
            })
    void readsOnlyTheFewPagesThatHoldTheirOwnRows(String question) throws SQLException {
        try (var resident = Session.of(URL, aino)) {
            // the first time a connection also learns what tables there are
            resident.texts(question);
            var plan = String.join("\n", resident.texts("explain (analyze, buffers) " + question));
            var pages = PAGES.matcher(plan);
            assertThat(pages.find() ? Integer.parseInt(pages.group(1)) : 0)
                    .as(plan)
                    .isLessThan(FEW);
        }
    }
}
