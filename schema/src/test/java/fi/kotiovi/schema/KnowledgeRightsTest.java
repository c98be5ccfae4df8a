package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal can read of articles and searches with SQL written by hand, and what the office never rewrites. */
class KnowledgeRightsTest {
    private static final String SHOWN = """
            insert into suggestion (place, subject_id, article_id, resident_id, shown_at)
            values ('PORTAL', uuidv7(), ?, ?, now())""";

    private static final String URL = TestDatabase.demo(TestDatabase.CLOCK);
    private static UUID aino = new UUID(0, 0);
    private static UUID other = new UUID(0, 0);
    private static UUID article = new UUID(0, 0);

    @BeforeAll
    static void meet() throws SQLException {
        try (var owner = TestDatabase.owner(URL)) {
            aino = owner.id("select resident_id from resident_account where username = 'aino'");
            other = owner.id("select id from resident where id <> ? order by id limit 1", aino);
            article = owner.id("select article_id from article_version where audience = 'RESIDENTS' limit 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article",
                "article_version",
                "article_text",
                "search.article",
                "search.contact",
                "search.word",
                "unmasking"
            })
    void theResidentsSiteReadsNoTableOfThem(String table) throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.refused("select 1 from " + table);
        }
    }

    @Test
    void aResidentReadsWhatIsPublishedForResidentsAndNothingElse() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            assertThat(portal.texts("select title from help_article where language = 'FI'"))
                    .contains("Palovaroitin")
                    .noneMatch(title -> title.startsWith("Maksuvaikeus"));
            assertThat(portal.texts("select id::text from help_alike('maksuvaikeus, vuokrarästi ja perintä', 'FI', 9)"))
                    .isEmpty();
            portal.refused("select * from search_contacts('hei', 'hei', 0, 9)");
            portal.refused("select * from search_residents('aino', 0, 9)");
            portal.refused("select * from answers_alike(uuidv7(), 3)");
            portal.refused("select * from search.word");
        }
    }

    @Test
    void aResidentNotesOnlyWhatWasShownToOneself() throws SQLException {
        try (var portal = Session.of(URL, aino)) {
            portal.update(SHOWN, article, aino);
            portal.refused(SHOWN, article, other);
            portal.refused("update suggestion set article_id = null where resident_id = ?", aino);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"article_version", "article_text", "unmasking"})
    void theOfficeRewritesNothingThatWasSavedOrLookedAt(String table) throws SQLException {
        try (var office = new Session(URL, "kotiovi_backoffice")) {
            office.refused("delete from " + table);
            office.refused("truncate " + table);
        }
    }
}
