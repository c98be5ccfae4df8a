package fi.kotiovi.domain.calendar;

import static fi.kotiovi.vocabulary.OfficeService.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.StaffVisits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A copy of the calendar that is kept in memory never answers for one that has changed (field-notes.md, B15). */
class PublishedCalendarsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 3, 9);

    private final OfficeCalendar calendar = town.backOffice(OfficeCalendar.class);
    private final StaffVisits staffVisits = town.backOffice(StaffVisits.class);
    private CalendarPlace place = new CalendarPlace(town);

    @BeforeEach
    void anOfficeOfItsOwn() {
        place = new CalendarPlace(town);
    }

    @Test
    void B15_a_change_made_by_one_program_is_seen_at_once_by_another() {
        assertThat(place.starts(NEXT_WEEK, NEXT_WEEK)).isNotEmpty();
        closeForGood();
        assertThat(place.starts(NEXT_WEEK, NEXT_WEEK)).isEmpty();
    }

    @Test
    void B15_a_change_that_was_given_up_is_not_remembered() {
        new TransactionTemplate(town.backOffice(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            closeForGood();
            assertThat(offeredToCallers()).isZero();
            status.setRollbackOnly();
        });
        place.rule(BookingRule.USUAL);
        assertThat(offeredToCallers()).isPositive();
    }

    @Test
    void the_booking_rule_of_a_new_day_begins_with_that_day() {
        town.as(
                place.lead,
                () -> calendar.setBookingRule(
                        place.office,
                        new BookingRule(BookingRule.USUAL.noticeMinutes(), BookingRule.USUAL.noticeUnit(), 3, 3, 0, 0),
                        Helsinki.today(town.clock).plusDays(1)));
        assertThat(place.starts(NEXT_WEEK, NEXT_WEEK)).isNotEmpty();
        town.clock.setHelsinki("2026-03-04T08:00");
        assertThat(place.starts(NEXT_WEEK, NEXT_WEEK)).isEmpty();
    }

    private void closeForGood() {
        Expect.a(
                Changing.Changed.class,
                town.as(
                        place.lead,
                        () -> calendar.setWeek(place.office, APPOINTMENT, List.of(), Helsinki.today(town.clock))));
    }

    private int offeredToCallers() {
        return town.as(place.lead, () -> staffVisits.soonest("KEY_PICKUP", 1)).size();
    }
}
