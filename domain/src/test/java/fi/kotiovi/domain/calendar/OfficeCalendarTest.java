package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.town.Town.at;
import static fi.kotiovi.vocabulary.OfficeService.APPOINTMENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DisplacedVisits;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.vocabulary.CapacityOccasion;
import fi.kotiovi.vocabulary.NoticeUnit;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OrdinalDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OfficeCalendarTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final Localized TRAINING = new Localized("Koulutus", "Kurs", "Training");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final OfficeCalendar calendar = town.backOffice(OfficeCalendar.class);
    private final CalendarChanges changes = town.backOffice(CalendarChanges.class);
    private final DisplacedVisits displaced = town.backOffice(DisplacedVisits.class);
    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private UUID office = town.work().office(2);
    private Caller.Staff lead = town.work().clerk("Sari", office, MANAGER);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void anOfficeOfItsOwn() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(2);
        lead = town.work().clerk("Sari", office, MANAGER);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_new_week_holds_from_its_date_and_what_held_before_stays_on_record() {
        var from = LocalDate.of(2026, 3, 16);
        Expect.a(
                Changing.Changed.class,
                town.as(
                        lead,
                        () -> calendar.setWeek(
                                office,
                                APPOINTMENT,
                                List.of(new Hours(MONDAY, LocalTime.of(12, 0), LocalTime.of(13, 0))),
                                from)));
        assertThat(starts(from.minusDays(7), from.minusDays(7))).startsWith("09:00");
        assertThat(starts(from, from)).containsExactly("12:00", "12:20", "12:40");
        assertThat(starts(from.plusDays(1), from.plusDays(1))).isEmpty();
        assertThat(town.as(lead, () -> changes.of(office, 0, 10)).getFirst())
                .returns("Virtanen", CalendarChanges.Change::by)
                .returns(from, CalendarChanges.Change::effective)
                .returns("1 12:00–13:00", CalendarChanges.Change::detail);
    }

    @Test
    void nothing_changes_what_has_been_and_what_makes_no_sense_is_refused() {
        var noon = new TimeSpan(LocalTime.NOON, LocalTime.NOON);
        town.as(lead, () -> {
            Expect.a(Changing.InThePast.class, calendar.setWeek(office, APPOINTMENT, List.of(), TODAY.minusDays(1)));
            Expect.a(
                    Changing.MakesNoSense.class,
                    calendar.setDay(office, APPOINTMENT, TODAY, Optional.of(noon), TRAINING));
            Expect.a(
                    Changing.MakesNoSense.class,
                    calendar.setWeek(
                            office,
                            APPOINTMENT,
                            List.of(
                                    new Hours(MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                    new Hours(MONDAY, LocalTime.of(11, 0), LocalTime.of(15, 0))),
                            TODAY));
        });
        assertThat(starts(TODAY, TODAY)).isNotEmpty();
    }

    @Test
    void the_stronger_rule_wins_closure_day_holiday_eve_ordinal_week() {
        town.clock.setHelsinki("2026-04-13T08:00");
        var eve = LocalDate.of(2026, 4, 30);
        var early = new TimeSpan(LocalTime.of(10, 0), LocalTime.of(11, 0));
        town.as(lead, () -> calendar.setEve(office, APPOINTMENT, Optional.of(LocalTime.NOON), eve.minusDays(10)));
        assertThat(starts(eve, eve)).startsWith("09:00").endsWith("11:40");
        town.as(
                lead,
                () -> calendar.setOrdinal(
                        office, APPOINTMENT, OrdinalDay.LAST_WORKING_DAY, Optional.of(early), eve.minusDays(10)));
        assertThat(starts(eve, eve)).containsExactly("10:00", "10:20", "10:40");
        var holiday = LocalDate.of(2026, 5, 1);
        assertThat(starts(holiday, holiday)).isEmpty();
        town.as(lead, () -> calendar.setDay(office, APPOINTMENT, holiday, Optional.of(early), TRAINING));
        assertThat(starts(holiday, holiday)).containsExactly("10:00", "10:20", "10:40");
        town.as(lead, () -> calendar.close(office, holiday.atTime(10, 20), holiday.atTime(10, 40), TRAINING));
        assertThat(starts(holiday, holiday)).containsExactly("10:00", "10:40");
    }

    @Test
    void B23_a_late_closure_lists_whom_it_hits_and_each_is_asked_once_for_another_time() {
        var visit = book(aino, at("2026-03-04T10:00"));
        var day = LocalDate.of(2026, 3, 4);
        var changed = Expect.a(
                Changing.Changed.class,
                town.as(lead, () -> calendar.close(office, day.atTime(9, 0), day.atTime(12, 0), TRAINING)));
        assertThat(changed.displaced()).isEqualTo(1);
        assertThat(town.as(lead, () -> displaced.of(office)))
                .singleElement()
                .returns(visit, DisplacedVisits.Displaced::id);
        assertThat(town.as(lead, () -> displaced.askForNewTimes(office))).isEqualTo(1);
        assertThat(town.as(lead, () -> displaced.askForNewTimes(office))).isZero();
        assertThat(letters(visit, NotificationKind.VISIT_NEW_TIME)).isEqualTo(1);

        Expect.a(
                Booking.Done.class,
                town.as(aino, () -> town.portal(VisitChanges.class).move(visit, at("2026-03-04T13:00"))));
        assertThat(town.as(lead, () -> displaced.of(office))).isEmpty();
    }

    @Test
    void B07_no_booking_slips_past_hours_that_are_cut_while_people_book() {
        var busy = town.work().office(4);
        var boss = town.work().clerk("Pia", busy, MANAGER);
        var people = IntStream.range(0, 24)
                .mapToObj(i -> town.homes().residentOf(busy, "R" + i))
                .toList();
        var day = LocalDate.of(2026, 3, 5);
        List<Supplier<Object>> acts = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            var who = people.get(i);
            var start = at("2026-03-05T14:00").plusMinutes(20L * (i % 6));
            acts.add(() -> town.as(who, () -> {
                var held = visits.hold("KEY_PICKUP", start);
                return held instanceof Booking.Done done
                        ? visits.confirm(done.visit().id())
                        : held;
            }));
        }
        acts.add(() -> town.as(
                boss,
                () -> calendar.setDay(
                        busy,
                        APPOINTMENT,
                        day,
                        Optional.of(new TimeSpan(LocalTime.of(9, 0), LocalTime.NOON)),
                        TRAINING)));
        var results =
                Race.of(acts.size(), i -> () -> acts.get((i + 20) % acts.size()).get());
        var told = results.stream()
                .filter(Changing.Changed.class::isInstance)
                .map(Changing.Changed.class::cast)
                .findFirst()
                .orElseThrow()
                .displaced();
        var booked = town.as(boss, () -> displaced.of(busy)).size();
        assertThat(booked)
                .as("every visit that no longer fits was counted by the change")
                .isEqualTo(told);
        assertThat(town.as(people.getFirst(), () -> visits.hold("KEY_RETURN", at("2026-03-05T14:00"))))
                .isInstanceOf(Booking.NotOffered.class);
    }

    @Test
    void counters_of_a_month_change_and_those_kept_by_staff_bound_what_residents_see() {
        var hours = new TimeSpan(LocalTime.of(9, 0), LocalTime.of(16, 0));
        town.as(lead, () -> {
            calendar.setCapacity(office, new CapacityRule(CapacityOccasion.WEEKDAY, 3, null, hours, 2, 1), TODAY);
            calendar.setCapacity(
                    office, new CapacityRule(CapacityOccasion.MONTH_CHANGE, null, null, hours, 2, 0), TODAY);
        });
        assertThat(free(LocalDate.of(2026, 3, 11))).as("an ordinary Wednesday").containsOnly(1);
        assertThat(free(LocalDate.of(2026, 4, 1)))
                .as("the first working day of a month, a Wednesday")
                .containsOnly(2);
        book(aino, at("2026-03-11T10:00"));
        var other = town.homes().residentOf(office, "Olli");
        assertThat(town.as(other, () -> visits.hold("KEY_PICKUP", at("2026-03-11T10:00"))))
                .isInstanceOf(Booking.SlotTaken.class);
    }

    @Test
    void B14_capacity_below_what_is_booked_offers_nothing_and_lists_who_is_too_many() {
        book(aino, at("2026-03-11T10:00"));
        var olli = town.homes().residentOf(office, "Olli");
        book(olli, at("2026-03-11T10:00"));
        var hours = new TimeSpan(LocalTime.of(9, 0), LocalTime.of(16, 0));
        town.as(
                lead,
                () -> calendar.setCapacity(
                        office,
                        new CapacityRule(CapacityOccasion.DAY, null, LocalDate.of(2026, 3, 11), hours, 1, 0),
                        TODAY));
        assertThat(starts(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 11))).doesNotContain("10:00");
        assertThat(town.as(lead, () -> displaced.of(office))).hasSize(1);
    }

    @Test
    void B17_B25_notice_by_the_clock_and_in_open_hours_hold_at_the_claim_too() {
        town.clock.setHelsinki("2026-03-06T14:00");
        rule(new BookingRule(180, NoticeUnit.OPEN_HOURS, 30, 5, 0, 30));
        assertThat(why(aino, at("2026-03-09T09:40")))
                .isEqualTo(new Refusal(Refusal.Rule.TOO_SOON_IN_OPEN_HOURS, null, null, 180));
        assertThat(starts(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9))).startsWith("10:00");
        rule(new BookingRule(180, NoticeUnit.CLOCK, 30, 5, 0, 30));
        assertThat(why(aino, at("2026-03-06T15:20"))).isEqualTo(new Refusal(Refusal.Rule.TOO_SOON, null, null, 180));
        assertThat(starts(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9))).startsWith("09:00");
    }

    @Test
    void T05_the_horizon_is_counted_in_dates_across_a_change_of_the_clocks() {
        town.clock.setHelsinki("2026-03-15T23:30");
        rule(new BookingRule(0, NoticeUnit.CLOCK, 15, 5, 0, 30));
        assertThat(town.as(aino, visits::horizon)).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(why(aino, at("2026-03-31T09:00"))).isEqualTo(new Refusal(Refusal.Rule.TOO_FAR, null, null, 15));
    }

    @Test
    void a_rest_after_each_visit_is_kept_free_and_not_shown() {
        rule(new BookingRule(0, NoticeUnit.CLOCK, 30, 5, 10, 30));
        assertThat(starts(TODAY.plusDays(1), TODAY.plusDays(1))).startsWith("09:00", "09:30", "10:00");
        var visit = book(aino, at("2026-03-04T09:30"));
        assertThat(town.as(aino, () -> visits.one(visit)).orElseThrow().end()).isEqualTo(at("2026-03-04T09:50"));
    }

    @Test
    void nobody_has_more_visits_ahead_than_the_office_allows() {
        rule(new BookingRule(0, NoticeUnit.CLOCK, 30, 2, 0, 30));
        book(aino, at("2026-03-04T09:00"));
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

    @Test
    void a_clerk_and_the_lead_of_another_office_change_nothing() {
        var clerk = town.work().clerk("Lea", office, DESK);
        var stranger = town.work().clerk("Kai", town.work().office(1), MANAGER);
        for (var who : List.of(clerk, stranger)) {
            assertThatThrownBy(() -> town.as(who, () -> calendar.setWeek(office, APPOINTMENT, List.of(), TODAY)))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() ->
                        town.as(aino, () -> calendar.close(office, LocalDateTime.MIN, LocalDateTime.MAX, TRAINING)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void several_times_a_day_are_several_times_a_day() {
        town.as(
                lead,
                () -> calendar.setWeek(
                        office,
                        APPOINTMENT,
                        List.of(
                                new Hours(WEDNESDAY, LocalTime.of(9, 0), LocalTime.of(9, 40)),
                                new Hours(WEDNESDAY, LocalTime.of(17, 0), LocalTime.of(17, 40)),
                                new Hours(TUESDAY, LocalTime.of(9, 0), LocalTime.of(9, 20))),
                        TODAY));
        var wednesday = LocalDate.of(2026, 3, 4);
        assertThat(starts(wednesday, wednesday)).containsExactly("09:00", "09:20", "17:00", "17:20");
    }

    private void rule(BookingRule rule) {
        town.as(lead, () -> calendar.setBookingRule(office, rule, Helsinki.today(town.clock)));
    }

    private Refusal why(Caller.Resident who, OffsetDateTime start) {
        return Expect.a(Booking.NotOffered.class, town.as(who, () -> visits.hold("KEY_PICKUP", start)))
                .why();
    }

    private UUID book(Caller.Resident who, OffsetDateTime start) {
        return town.as(who, () -> {
            var held = Expect.a(Booking.Done.class, visits.hold("KEY_PICKUP", start));
            return Expect.a(Booking.Done.class, visits.confirm(held.visit().id()))
                    .visit()
                    .id();
        });
    }

    private List<String> starts(LocalDate first, LocalDate last) {
        return town.as(aino, () -> visits.free("KEY_PICKUP", first, last)).stream()
                .map(slot -> slot.local().toLocalTime().toString())
                .toList();
    }

    private List<Integer> free(LocalDate day) {
        return town.as(aino, () -> visits.free("KEY_PICKUP", day, day)).stream()
                .map(Slot::free)
                .toList();
    }

    private int letters(UUID visit, NotificationKind kind) {
        return town.db()
                .fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(visit).and(NOTIFICATION.KIND.eq(kind)));
    }
}
