package fi.kotiovi.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningTimeOverTheYearsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final Holidays holidays = town.portal(Holidays.class);
    private final UUID office = everyDayOffice();
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @Test
    void T01_the_door_opens_at_nine_by_the_wall_on_both_sides_of_every_change_for_twenty_years() {
        var transitions = transitions();
        assertThat(transitions).hasSize(40);
        for (var change : transitions) {
            town.clock.setHelsinki(change.minusDays(2).atTime(8, 0));
            var starts = town.as(aino, () -> visits.free("KEY_PICKUP", change.minusDays(1), change.plusDays(1)));
            for (var day : List.of(change.minusDays(1), change, change.plusDays(1))) {
                var times = starts.stream()
                        .filter(slot -> slot.day().equals(day))
                        .map(slot -> slot.local().toLocalTime())
                        .toList();
                if (holidays.isHoliday(day)) {
                    assertThat(times).as("%s, a holiday", day).isEmpty();
                } else {
                    assertThat(times)
                            .as("%s", day)
                            .hasSize(9)
                            .startsWith(LocalTime.of(9, 0))
                            .endsWith(LocalTime.of(11, 40));
                }
            }
        }
    }

    @Test
    void T02_every_hour_of_the_day_survives_every_change() {
        var always = town.work().closedOffice(1);
        var hours =
                IntStream.rangeClosed(4, 22).mapToObj(h -> LocalTime.of(h, 0)).toList();
        for (int weekday = 1; weekday <= 7; weekday++) {
            for (var hour : hours) {
                town.work()
                        .opens(
                                always,
                                weekday,
                                hour.toString(),
                                hour.plusMinutes(30).toString());
            }
        }
        var eino = town.homes().residentOf(always, "Eino");
        for (var change : transitions()) {
            town.clock.setHelsinki(change.minusDays(2).atTime(8, 0));
            for (var day : List.of(change.minusDays(1), change, change.plusDays(1))) {
                if (!holidays.isHoliday(day)) {
                    assertThat(town.as(eino, () -> visits.free("RENT_TALK", day, day)))
                            .as("%s", day)
                            .extracting(slot -> slot.local().toLocalTime())
                            .isEqualTo(hours);
                }
            }
        }
    }

    @Test
    void T07_no_time_ever_has_an_offset_other_than_two_or_three_hours() {
        for (var change : transitions()) {
            town.clock.setHelsinki(change.minusDays(2).atTime(8, 0));
            assertThat(town.as(aino, () -> visits.free("KEY_PICKUP", change.minusDays(1), change.plusDays(1))))
                    .allMatch(slot -> slot.start().getOffset().equals(ZoneOffset.ofHours(2))
                            || slot.start().getOffset().equals(ZoneOffset.ofHours(3)));
        }
    }

    @Test
    void T05_a_time_booked_before_the_change_is_kept_by_the_wall_after_it() {
        town.clock.setHelsinki("2026-03-27T08:00");
        var start = LocalDate.of(2026, 3, 30).atTime(9, 0).atZone(Helsinki.ZONE).toOffsetDateTime();
        var held = Expect.a(Booking.Done.class, town.as(aino, () -> visits.hold("KEY_PICKUP", start)))
                .visit();
        assertThat(held.local()).hasToString("2026-03-30T09:00");
        assertThat(held.start().toInstant()).hasToString("2026-03-30T06:00:00Z");
    }

    @Test
    void the_day_of_the_change_itself_can_be_booked() {
        town.clock.setHelsinki("2026-10-23T08:00");
        var start =
                LocalDate.of(2026, 10, 25).atTime(9, 0).atZone(Helsinki.ZONE).toOffsetDateTime();
        var held = Expect.a(Booking.Done.class, town.as(aino, () -> visits.hold("KEY_RETURN", start)))
                .visit();
        assertThat(held.local()).hasToString("2026-10-25T09:00");
    }

    /** The last Sundays of March and October; in March sometimes Easter. */
    private static List<LocalDate> transitions() {
        return Stream.iterate(
                        Helsinki.ZONE
                                .getRules()
                                .nextTransition(LocalDate.of(2026, 1, 1)
                                        .atStartOfDay(Helsinki.ZONE)
                                        .toInstant()),
                        change -> Helsinki.ZONE.getRules().nextTransition(change.getInstant()))
                .map(change -> change.getDateTimeBefore().toLocalDate())
                .limit(40)
                .toList();
    }

    private static UUID everyDayOffice() {
        var office = town.work().closedOffice(1);
        for (int weekday = 1; weekday <= 7; weekday++) {
            town.work().opens(office, weekday, "09:00", "12:00");
        }
        return office;
    }
}
