package fi.kotiovi.schema;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
    private final Session calendar;

    HolidaysTest() throws SQLException {
        calendar = TestDatabase.owner(TestDatabase.small());
    }

    @AfterEach
    void close() throws SQLException {
        calendar.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03, 2026-04-06, 2026-05-14, 2026-06-19, 2026-10-31",
        "2027-03-26, 2027-03-29, 2027-05-06, 2027-06-25, 2027-11-06",
        "2028-04-14, 2028-04-17, 2028-05-25, 2028-06-23, 2028-11-04"
    })
    void movingHolidaysAreWhereTheCalendarHasThem(
            LocalDate goodFriday,
            LocalDate easterMonday,
            LocalDate ascension,
            LocalDate midsummerEve,
            LocalDate allSaints)
            throws SQLException {
        int year = goodFriday.getYear();
        assertThat(day(year, "GOOD_FRIDAY")).isEqualTo(goodFriday);
        assertThat(day(year, "EASTER_MONDAY")).isEqualTo(easterMonday);
        assertThat(day(year, "ASCENSION")).isEqualTo(ascension);
        assertThat(day(year, "MIDSUMMER_EVE")).isEqualTo(midsummerEve);
        assertThat(day(year, "ALL_SAINTS")).isEqualTo(allSaints);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961-04-02",
                "1981-04-19",
                "1999-04-04",
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2019-04-21",
                "2024-03-31",
                "2025-04-20",
                "2035-03-25",
                "2038-04-25",
                "2049-04-18",
                "2076-04-19"
            })
    void easterSundayIsComputedForAnyYear(LocalDate easter) throws SQLException {
        assertThat(calendar.text("select easter_sunday(?)", easter.getYear())).isEqualTo(easter.toString());
    }

    @Test
    void everyYearKeepsItsWeekdays() throws SQLException {
        Map<String, DayOfWeek> weekdays = Map.of(
                "GOOD_FRIDAY",
                FRIDAY,
                "EASTER_SUNDAY",
                SUNDAY,
                "EASTER_MONDAY",
                MONDAY,
                "ASCENSION",
                THURSDAY,
                "PENTECOST",
                SUNDAY,
                "MIDSUMMER_EVE",
                FRIDAY,
                "MIDSUMMER",
                SATURDAY,
                "ALL_SAINTS",
                SATURDAY);
        for (int year = 2015; year <= 2050; year++) {
            for (var weekday : weekdays.entrySet()) {
                assertThat(day(year, weekday.getKey()).getDayOfWeek())
                        .as("%s %d", weekday.getKey(), year)
                        .isEqualTo(weekday.getValue());
            }
            assertThat(MonthDay.from(day(year, "MIDSUMMER"))).isBetween(MonthDay.of(6, 20), MonthDay.of(6, 26));
            assertThat(MonthDay.from(day(year, "ALL_SAINTS"))).isBetween(MonthDay.of(10, 31), MonthDay.of(11, 6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEW_YEAR, 2027-01-01",
        "EPIPHANY, 2027-01-06",
        "MAY_DAY, 2027-05-01",
        "INDEPENDENCE, 2027-12-06",
        "CHRISTMAS_EVE, 2027-12-24",
        "CHRISTMAS, 2027-12-25",
        "BOXING_DAY, 2027-12-26"
    })
    void fixedHolidaysStayPut(String code, LocalDate day) throws SQLException {
        assertThat(day(2027, code)).isEqualTo(day);
    }

    private LocalDate day(int year, String code) throws SQLException {
        return LocalDate.parse(calendar.text("select day from holidays_of(?) where code = ?", year, code));
    }
}
