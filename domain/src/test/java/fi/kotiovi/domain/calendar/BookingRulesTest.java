package fi.kotiovi.domain.calendar;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DisplacedVisits;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.vocabulary.CapacityOccasion;
import fi.kotiovi.vocabulary.NoticeUnit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an office asks of whoever books holds in the list and at the claim. */
class BookingRulesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final Localized TRAINING = new Localized("Koulutus", "Kurs", "Training");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final OfficeCalendar calendar = town.backOffice(OfficeCalendar.class);
    private final DisplacedVisits displaced = town.backOffice(DisplacedVisits.class);
    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private CalendarPlace place = new CalendarPlace(town);
    private UUID office = place.office;
    private Caller.Staff lead = place.lead;
    private Caller.Resident aino = place.aino;

    @BeforeEach
    void anOfficeOfItsOwn() {
        place = new CalendarPlace(town);
        office = place.office;
        lead = place.lead;
        aino = place.aino;
    }

    @Test
    void counters_of_a_month_change_and_those_kept_by_staff_bound_what_residents_see() {
        var hours = new TimeSpan(LocalTime.of(9, 0), LocalTime.of(16, 0));
        town.as(lead, () -> {
            calendar.setCapacity(office, new CapacityRule(CapacityOccasion.WEEKDAY, 3, null, hours, 2, 1), TODAY);
            calendar.setCapacity(
                    office, new CapacityRule(CapacityOccasion.MONTH_CHANGE, null, null, hours, 2, 0), TODAY);
        });
        assertThat(place.free(LocalDate.of(2026, 3, 11)))
                .as("an ordinary Wednesday")
                .containsOnly(1);
        assertThat(place.free(LocalDate.of(2026, 4, 1)))
                .as("the first working day of a month, a Wednesday")
                .containsOnly(2);
        place.book(aino, at("2026-03-11T10:00"));
        var other = town.homes().residentOf(office, "Olli");
        assertThat(town.as(other, () -> visits.hold("KEY_PICKUP", at("2026-03-11T10:00"))))
                .isInstanceOf(Booking.SlotTaken.class);
    }

    @Test
    void B14_capacity_below_what_is_booked_offers_nothing_and_lists_who_is_too_many() {
        place.book(aino, at("2026-03-11T10:00"));
        var olli = town.homes().residentOf(office, "Olli");
        place.book(olli, at("2026-03-11T10:00"));
        var hours = new TimeSpan(LocalTime.of(9, 0), LocalTime.of(16, 0));
        town.as(
                lead,
                () -> calendar.setCapacity(
                        office,
                        new CapacityRule(CapacityOccasion.DAY, null, LocalDate.of(2026, 3, 11), hours, 1, 0),
                        TODAY));
        assertThat(place.starts(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 11)))
                .doesNotContain("10:00");
        assertThat(town.as(lead, () -> displaced.of(office))).hasSize(1);
    }

    @Test
    void B17_B25_notice_by_the_clock_and_in_open_hours_hold_at_the_claim_too() {
        town.clock.setHelsinki("2026-03-06T14:00");
        place.rule(new BookingRule(180, NoticeUnit.OPEN_HOURS, 30, 5, 0, 30));
        assertThat(place.why(aino, at("2026-03-09T09:40")))
                .isEqualTo(new Refusal(Refusal.Rule.TOO_SOON_IN_OPEN_HOURS, null, null, 180));
        assertThat(place.starts(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9)))
                .startsWith("10:00");
        place.rule(new BookingRule(180, NoticeUnit.CLOCK, 30, 5, 0, 30));
        assertThat(place.why(aino, at("2026-03-06T15:20")))
                .isEqualTo(new Refusal(Refusal.Rule.TOO_SOON, null, null, 180));
        assertThat(place.starts(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9)))
                .startsWith("09:00");
    }

    @Test
    void T05_the_horizon_is_counted_in_dates_across_a_change_of_the_clocks() {
        town.clock.setHelsinki("2026-03-15T23:30");
        place.rule(new BookingRule(0, NoticeUnit.CLOCK, 15, 5, 0, 30));
        assertThat(town.as(aino, visits::horizon)).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(place.why(aino, at("2026-03-31T09:00")))
                .isEqualTo(new Refusal(Refusal.Rule.TOO_FAR, null, null, 15));
    }

    @Test
    void a_rest_after_each_visit_is_kept_free_and_not_shown() {
        place.rule(new BookingRule(0, NoticeUnit.CLOCK, 30, 5, 10, 30));
        assertThat(place.starts(TODAY.plusDays(1), TODAY.plusDays(1))).startsWith("09:00", "09:30", "10:00");
        var visit = place.book(aino, at("2026-03-04T09:30"));
        assertThat(town.as(aino, () -> visits.one(visit)).orElseThrow().end()).isEqualTo(at("2026-03-04T09:50"));
    }

    @Test
    void nobody_has_more_visits_ahead_than_the_office_allows() {
        place.rule(new BookingRule(0, NoticeUnit.CLOCK, 30, 2, 0, 30));
        place.book(aino, at("2026-03-04T09:00"));
        town.as(aino, () -> visits.hold("KEY_RETURN", at("2026-03-04T10:00")));
        assertThat(town.as(aino, () -> visits.hold("RENT_TALK", at("2026-03-04T12:00"))))
                .isEqualTo(new Booking.TooMany(2));
    }

    @Test
    void B24_an_empty_list_says_which_rules_make_it_empty() {
        town.clock.setHelsinki("2026-04-01T15:50");
        var day = LocalDate.of(2026, 4, 2);
        town.as(lead, () -> calendar.close(office, day.atTime(8, 0), day.atTime(18, 0), TRAINING));
        var why = town.as(aino, () -> visits.whyNothing("KEY_PICKUP", day, LocalDate.of(2026, 4, 6)));
        assertThat(why.lines())
                .extracting(line -> line.refusal().rule())
                .containsExactly(
                        Refusal.Rule.CLOSURE,
                        Refusal.Rule.HOLIDAY,
                        Refusal.Rule.NOT_OPEN,
                        Refusal.Rule.HOLIDAY,
                        Refusal.Rule.HOLIDAY);
        assertThat(why.lines().getFirst().refusal().reason()).isEqualTo(TRAINING);
        assertThat(why.lines().get(1).refusal().name()).isEqualTo("GOOD_FRIDAY");
    }
}
