package fi.kotiovi.domain.visit;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.tables.OpeningHours;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreeTimesTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void the_whole_opening_time_is_offered_and_not_a_minute_more() {
        assertThat(walls("KEY_PICKUP", TUESDAY))
                .hasSize(21)
                .startsWith("09:00", "09:20")
                .endsWith("15:20", "15:40");
        assertThat(walls("RENT_TALK", TUESDAY)).hasSize(14).startsWith("09:00").endsWith("15:30");
    }

    @Test
    void nobody_is_received_at_the_weekend_or_on_a_holiday() {
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 3, 7))).isEmpty();
        town.clock.setHelsinki("2026-04-01T08:00");
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 2)))
                .as("Maundy Thursday")
                .isNotEmpty();
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 3)))
                .as("Good Friday")
                .isEmpty();
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 6)))
                .as("Easter Monday")
                .isEmpty();
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 7))).isNotEmpty();
    }

    @Test
    void B23_a_closure_always_wins() {
        town.work().closed(office, at("2026-03-03T10:00"), at("2026-03-03T12:00"));
        assertThat(walls("KEY_PICKUP", TUESDAY)).contains("09:40", "12:00").doesNotContain("10:00", "11:40");
        Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at("2026-03-03T10:00")));
        town.work().opens(office, 2, "10:30", "11:30", TUESDAY, TUESDAY.plusDays(1));
        assertThat(walls("KEY_PICKUP", TUESDAY)).doesNotContain("10:30");
    }

    @Test
    void a_closure_cuts_off_a_time_that_would_run_into_it() {
        town.work().closed(office, at("2026-03-03T10:50"), at("2026-03-03T11:07"));
        assertThat(walls("KEY_PICKUP", TUESDAY)).contains("10:20", "11:07").doesNotContain("10:40", "11:00");
        Expect.a(Booking.Done.class, hold("KEY_PICKUP", at("2026-03-03T11:07")));
    }

    @Test
    void a_closure_of_every_office_and_one_without_an_end_are_understood() {
        town.work().closed(office, at("2026-03-04T12:00"), null);
        assertThat(walls("KEY_PICKUP", TUESDAY)).hasSize(21);
        assertThat(walls("KEY_PICKUP", TUESDAY.plusDays(1))).hasSize(9);
        assertThat(walls("KEY_PICKUP", TUESDAY.plusDays(2))).isEmpty();
        town.work().closed(null, at("2026-03-31T00:00"), at("2026-04-01T00:00"));
        var other = town.homes().residentOf(town.work().office(1), "Eino");
        assertThat(town.as(
                        other, () -> visits.free("KEY_PICKUP", LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 31))))
                .isEmpty();
    }

    @Test
    void half_an_hour_is_the_shortest_notice() {
        town.clock.setHelsinki("2026-03-03T09:30");
        assertThat(walls("KEY_PICKUP", TUESDAY)).startsWith("10:00");
        Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at("2026-03-03T09:40")));
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(walls("KEY_PICKUP", TUESDAY)).startsWith("10:20");
        Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at("2026-03-03T10:00")));
    }

    @Test
    void thirty_days_ahead_is_the_furthest() {
        assertThat(town.as(aino, visits::horizon)).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 2))).isNotEmpty();
        town.clock.setHelsinki("2026-03-02T08:00");
        assertThat(walls("KEY_PICKUP", LocalDate.of(2026, 4, 2))).isEmpty();
        Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at("2026-04-02T09:00")));
        Expect.a(Booking.Done.class, hold("KEY_PICKUP", at("2026-04-01T09:00")));
    }

    @Test
    void the_calendar_day_of_the_office_counts_and_not_that_of_greenwich() {
        town.clock.setHelsinki("2026-03-03T00:30");
        assertThat(town.as(aino, visits::horizon)).isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void times_off_the_grid_are_not_offered_not_even_by_a_blink() {
        for (var off : List.of("2026-03-03T09:05", "2026-03-03T15:50", "2026-03-03T08:40", "2026-03-03T16:00")) {
            Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at(off)));
        }
        Expect.a(
                Booking.NotOffered.class,
                hold("KEY_PICKUP", at("2026-03-03T09:00").plusNanos(500_000_000)));
    }

    @Test
    void B17_the_rule_is_asked_again_when_the_time_is_claimed() {
        var chosen = town.as(aino, () -> visits.free("KEY_PICKUP", TUESDAY, TUESDAY))
                .getFirst()
                .start();
        town.work().closed(office, at("2026-03-03T00:00"), at("2026-03-04T00:00"));
        var refused = Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", chosen));
        assertThat(refused.nearest()).hasSize(3).allMatch(slot -> slot.day().equals(TUESDAY.plusDays(1)));
    }

    @Test
    void B07_hours_that_shrink_take_their_times_with_them() {
        var hours = OpeningHours.OPENING_HOURS;
        town.db()
                .deleteFrom(hours)
                .where(hours.OFFICE_ID.eq(office))
                .and(hours.ISO_WEEKDAY.eq(2))
                .execute();
        town.work().opens(office, 2, "09:00", "12:00");
        assertThat(walls("KEY_PICKUP", TUESDAY)).endsWith("11:40");
        Expect.a(Booking.NotOffered.class, hold("KEY_PICKUP", at("2026-03-03T12:00")));
    }

    @Test
    void whoever_comes_late_is_shown_the_three_nearest_in_order() {
        Expect.a(Booking.Done.class, hold("KEY_PICKUP", at("2026-03-03T10:00")));
        var eino = town.homes().residentOf(office, "Eino");
        var taken = Expect.a(
                Booking.SlotTaken.class, town.as(eino, () -> visits.hold("KEY_PICKUP", at("2026-03-03T10:00"))));
        assertThat(taken.nearest())
                .extracting(slot -> slot.local().toLocalTime().toString())
                .containsExactly("09:20", "09:40", "10:20");
    }

    @Test
    void two_short_visits_at_one_counter_leave_the_other_counter_free_for_a_long_one() {
        office = town.work().office(2);
        aino = town.homes().residentOf(office, "Aino");
        town.as(aino, () -> visits.hold("KEY_RETURN", at("2026-03-03T10:00")));
        var eino = town.homes().residentOf(office, "Eino");
        town.as(eino, () -> visits.hold("KEY_RETURN", at("2026-03-03T10:10")));
        assertThat(walls("RENT_TALK", TUESDAY)).contains("10:00");
    }

    @Test
    void a_type_that_does_not_exist_is_no_type() {
        assertThat(visits.types()).extracting(VisitType::code).startsWith("KEY_PICKUP", "KEY_RETURN");
        assertThatThrownBy(() -> hold("PARTY", at("2026-03-03T10:00"))).isInstanceOf(NotAllowedException.class);
    }

    private Booking hold(String type, OffsetDateTime start) {
        return town.as(aino, () -> visits.hold(type, start));
    }

    private List<String> walls(String type, LocalDate day) {
        return town.as(aino, () -> visits.free(type, day, day)).stream()
                .map(slot -> slot.local().toLocalTime().toString())
                .toList();
    }
}
