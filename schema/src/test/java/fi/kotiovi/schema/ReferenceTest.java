package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @Test
    void aSecondMigrationFindsNothingToDo() {
        assertThat(Migration.migrate(TestDatabase.empty(), Migration.OWNER, null))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fault_place", "fault_category", "fault_problem", "visit_type", "contact_topic"})
    void everythingHasANameInThreeLanguagesThatBeginsLikeASentence(String table) throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.count(table)).isPositive();
            assertThat(owner.texts(
                            "select code from %s where not (name_fi ~ '^[[:upper:]]' and name_sv ~ '^[[:upper:]]' and name_en ~ '^[[:upper:]]')"
                                    .formatted(table)))
                    .isEmpty();
        }
    }

    @Test
    void aTipIsGivenInAllLanguagesOrInNone() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(
                            owner.texts(
                                    "select code from fault_problem where ((check_first_fi = '')::int + (check_first_sv = '')::int + (check_first_en = '')::int) not in (0, 3)"))
                    .isEmpty();
            assertThat(owner.count("fault_problem where check_first_fi <> ''")).isGreaterThan(25);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WATER_LEAK_RUNNING, P1", "WATER_LEAK_TAP_DRIPS, P3", "WATER_LEAK_UNDER_SINK, P2", "HEAT_WHOLE_FLAT, P1",
        "DRAIN_SEWAGE, P1", "WC_ONLY_BLOCKED, P1", "ELECTRIC_WHOLE_FLAT, P1", "NO_WATER_WHOLE_FLAT, P1",
        "LOCK_DOOR_CANNOT_CLOSE, P1", "WINDOW_BROKEN_GLASS, P1", "OTHER_OTHER, P3"
    })
    void theProblemsThatProgramsRelyOnAreThere(String problem, String urgency) throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.text("select urgency from fault_problem where code = ?", problem))
                    .isEqualTo(urgency);
        }
    }

    @Test
    void everyPlaceOffersTheCatchAllAndEveryCategoryHasAPlace() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(
                            owner.texts(
                                    "select code from fault_place except select place_code from fault_place_category where category_code = 'OTHER'"))
                    .isEmpty();
            assertThat(owner.texts(
                            "select code from fault_category except select category_code from fault_place_category"))
                    .isEmpty();
            assertThat(owner.texts("select code from fault_category except select category_code from fault_problem"))
                    .isEmpty();
        }
    }
}
