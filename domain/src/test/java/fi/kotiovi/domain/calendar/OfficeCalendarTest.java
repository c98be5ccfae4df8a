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
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OrdinalDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
        assertThat(place.starts(from.minusDays(7), from.minusDays(7))).startsWith("09:00");
        assertThat(place.starts(from, from)).containsExactly("12:00", "12:20", "12:40");
        assertThat(place.starts(from.plusDays(1), from.plusDays(1))).isEmpty();
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
        assertThat(place.starts(TODAY, TODAY)).isNotEmpty();
    }

    @Test
    void the_stronger_rule_wins_closure_day_holiday_eve_ordinal_week() {
        town.clock.setHelsinki("2026-04-13T08:00");
        var eve = LocalDate.of(2026, 4, 30);
        var early = new TimeSpan(LocalTime.of(10, 0), LocalTime.of(11, 0));
        town.as(lead, () -> calendar.setEve(office, APPOINTMENT, Optional.of(LocalTime.NOON), eve.minusDays(10)));
        assertThat(place.starts(eve, eve)).startsWith("09:00").endsWith("11:40");
        town.as(
                lead,
                () -> calendar.setOrdinal(
                        office, APPOINTMENT, OrdinalDay.LAST_WORKING_DAY, Optional.of(early), eve.minusDays(10)));
        assertThat(place.starts(eve, eve)).containsExactly("10:00", "10:20", "10:40");
        var holiday = LocalDate.of(2026, 5, 1);
        assertThat(place.starts(holiday, holiday)).isEmpty();
        town.as(lead, () -> calendar.setDay(office, APPOINTMENT, holiday, Optional.of(early), TRAINING));
        assertThat(place.starts(holiday, holiday)).containsExactly("10:00", "10:20", "10:40");
        town.as(lead, () -> calendar.close(office, holiday.atTime(10, 20), holiday.atTime(10, 40), TRAINING));
        assertThat(place.starts(holiday, holiday)).containsExactly("10:00", "10:40");
    }

    @Test
    void B23_a_late_closure_lists_whom_it_hits_and_each_is_asked_once_for_another_time() {
        var visit = place.book(aino, at("2026-03-04T10:00"));
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
        assertThat(place.starts(wednesday, wednesday)).containsExactly("09:00", "09:20", "17:00", "17:20");
    }

    private int letters(UUID visit, NotificationKind kind) {
        return town.db()
                .fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(visit).and(NOTIFICATION.KIND.eq(kind)));
    }
}
