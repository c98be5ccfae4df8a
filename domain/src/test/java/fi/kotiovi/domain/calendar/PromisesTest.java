package fi.kotiovi.domain.calendar;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Urgency;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Promises promises = town.portal(Promises.class);
    private final Holidays holidays = town.portal(Holidays.class);

    @ParameterizedTest
    @CsvSource({
        "P2, 2026-03-03T08:00, 2026-03-04T16:00",
        "P2, 2026-03-06T23:30, 2026-03-09T16:00",
        "P2, 2026-03-07T12:00, 2026-03-09T16:00",
        "P3, 2026-03-05T08:00, 2026-03-09T16:00",
        "P3, 2026-04-02T08:00, 2026-04-08T16:00",
        "P2, 2026-04-30T17:00, 2026-05-04T16:00",
        "P3, 2026-12-23T09:00, 2026-12-29T16:00",
        "P2, 2026-12-31T09:00, 2027-01-04T16:00",
        "P4, 2026-06-17T09:00, 2026-07-02T16:00",
        "P3, 2026-03-27T09:00, 2026-03-31T16:00",
    })
    void a_promise_in_working_days_passes_over_weekends_holidays_month_ends_and_the_clocks(
            Urgency urgency, String filed, String promised) {
        assertThat(promises.forFault(urgency, at(filed))).isEqualTo(at(promised));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T12:00, 2026-03-05T16:00, 20",
        "2026-03-27T15:00, 2026-03-30T09:00, 2",
        "2026-10-23T15:00, 2026-10-26T09:00, 2",
        "2026-04-02T15:00, 2026-04-07T09:00, 2",
        "2026-12-31T15:00, 2027-01-04T09:00, 2",
        "2026-03-07T12:00, 2026-03-08T12:00, 0",
        "2026-03-05T16:00, 2026-03-05T08:00, 0",
    })
    void office_time_is_counted_past_weekends_holidays_month_ends_and_the_clocks(String from, String until, int hours) {
        assertThat(promises.officeTimeBetween(at(from), at(until))).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void for_a_year_the_office_time_to_a_moment_leads_back_to_that_moment() {
        var start = at("2026-01-02T08:00");
        for (var minutes = 10; minutes < 365 * 24 * 60; minutes += 1_237) {
            var from = start.plusMinutes(minutes);
            var until = promises.afterOfficeTime(from, Duration.ofMinutes(minutes % 4_000 + 1));
            assertThat(promises.officeTimeBetween(from, until)).isEqualTo(Duration.ofMinutes(minutes % 4_000 + 1));
            assertThat(promises.afterOfficeTime(from, promises.officeTimeBetween(from, until)))
                    .isEqualTo(until);
        }
    }

    @Test
    void danger_runs_by_the_wall_clock_even_at_christmas() {
        var night = at("2026-12-25T02:55");
        assertThat(promises.forFault(Urgency.P0, night)).isEqualTo(night.plusMinutes(10));
        assertThat(promises.forFault(Urgency.P1, night)).isEqualTo(night.plusMinutes(10));
    }

    @Test
    void a_few_minutes_before_midnight_in_helsinki_is_still_today() {
        assertThat(promises.forAnswer(at("2026-03-03T23:59"))).isEqualTo(at("2026-03-05T16:00"));
        assertThat(promises.forAnswer(at("2026-03-04T00:01"))).isEqualTo(at("2026-03-06T16:00"));
    }

    @Test
    void T10_the_holidays_are_the_reviewed_ones() {
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).filter(holidays::isHoliday))
                .hasSize(3 * 15)
                .contains(
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 6, 19),
                        LocalDate.of(2026, 10, 31),
                        LocalDate.of(2027, 3, 26),
                        LocalDate.of(2027, 6, 25),
                        LocalDate.of(2027, 11, 6),
                        LocalDate.of(2028, 4, 17),
                        LocalDate.of(2028, 5, 25),
                        LocalDate.of(2028, 6, 23),
                        LocalDate.of(2028, 11, 4),
                        LocalDate.of(2027, 12, 6));
    }

    @Test
    void for_twenty_years_every_promise_ends_on_a_working_day_at_four_and_never_before_it_was_given() {
        for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2046; day = day.plusDays(1)) {
            var given = day.atTime(12, 0).atZone(Helsinki.ZONE).toOffsetDateTime();
            for (var urgency : new Urgency[] {Urgency.P2, Urgency.P3, Urgency.P4}) {
                var promised = promises.forFault(urgency, given);
                var wall = promised.atZoneSameInstant(Helsinki.ZONE);
                assertThat(wall.toLocalTime()).isEqualTo(LocalTime.of(16, 0));
                assertThat(holidays.isWorkingDay(wall.toLocalDate())).isTrue();
                assertThat(wall.toLocalDate()).isAfter(day);
            }
        }
    }
}
