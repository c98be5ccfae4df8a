package fi.kotiovi.domain.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.calendar.CalendarChanges;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.CalendarChangeKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking back at the line, and deciding how it shall be. */
class LineReviewTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private final LineTimes times = town.backOffice(LineTimes.class);
    private final LineRules rules = town.backOffice(LineRules.class);
    private Hall hall = new Hall(town, 4);

    @BeforeEach
    void aWalkInTuesday() {
        town.clock.setHelsinki("2026-03-03T09:30");
        hall = new Hall(town, 4);
    }

    @Test
    void people_who_waited_four_ten_and_twenty_minutes_waited_ten_in_the_middle() {
        var liisa = hall.clerk("Liisa", 1);
        var first = hall.takes("OTHER");
        hall.takes("OTHER");
        hall.takes("RENT_TALK");
        hall.takes("OTHER");
        town.clock.setHelsinki("2026-03-03T09:34");
        served(liisa, "2026-03-03T09:35", "2026-03-03T09:40");
        served(liisa, "2026-03-03T09:41", "2026-03-03T09:50");
        served(liisa, "2026-03-03T09:51", "2026-03-03T09:53");
        var missed = liisa.calls();
        liisa.step(missed, HandStep.NO_SHOW);
        assertThat(first.label()).isEqualTo("B1");

        var review = town.as(liisa.person, () -> times.between(TUESDAY.minusDays(7), TUESDAY));
        assertThat(review.all())
                .returns(4, LineTimes.Times::visitors)
                .returns(0, LineTimes.Times::booked)
                .returns(3, LineTimes.Times::served)
                .returns(1, LineTimes.Times::noShows)
                .returns(Duration.ofMinutes(10), LineTimes.Times::halfWaited)
                .returns(Duration.ofMinutes(18), LineTimes.Times::mostWaited)
                .returns(Duration.ofMinutes(1), LineTimes.Times::halfWalked)
                .returns(Duration.ofMinutes(5), LineTimes.Times::halfServed);
        assertThat(review.days()).extracting(LineTimes.OfDay::day).containsExactly(TUESDAY);
        assertThat(review.matters())
                .extracting(matter -> matter.times().visitors())
                .containsExactly(3, 1);
    }

    @Test
    void weeks_without_visitors_and_other_offices_show_nothing() {
        hall.takes("OTHER");
        var elsewhere = town.work().clerk("Kaisa", town.work().office(1), StaffRole.DESK);
        var liisa = hall.clerk("Liisa", 1);
        assertThat(town.as(elsewhere, () -> times.between(TUESDAY, TUESDAY))
                        .all()
                        .visitors())
                .isZero();
        assertThat(town.as(liisa.person, () -> times.between(TUESDAY.minusDays(9), TUESDAY.minusDays(2)))
                        .days())
                .isEmpty();
        var aino = town.homes().residentOf(hall.office, "Aino");
        assertThatThrownBy(() -> town.as(aino, () -> times.between(TUESDAY, TUESDAY)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_lead_changes_the_rules_which_hold_at_once_and_are_written_down() {
        var lead = town.work().clerk("Sari", hall.office, StaffRole.MANAGER);
        var wanted = new LineTerms(new LineRule(20, 5, 30, 2), 1, 40);
        Expect.a(Changing.Changed.class, town.as(lead, () -> rules.set(hall.office, wanted)));
        assertThat(town.as(lead, () -> rules.of(hall.office))).isEqualTo(wanted);
        hall.takes("OTHER");
        Expect.a(Taking.AllGiven.class, hall.takes("OTHER", "10.9.9.9"));
        assertThat(town.as(lead, () -> town.backOffice(CalendarChanges.class).of(hall.office, 0, 1)))
                .singleElement()
                .returns(CalendarChangeKind.LINE_RULE, CalendarChanges.Change::kind)
                .returns(TUESDAY, CalendarChanges.Change::effective);
    }

    @Test
    void what_a_line_cannot_work_with_and_whoever_does_not_lead_it_are_refused() {
        var lead = town.work().clerk("Sari", hall.office, StaffRole.MANAGER);
        var before = town.as(lead, () -> rules.of(hall.office));
        for (var wrong : List.of(
                new LineTerms(new LineRule(-1, 5, 30, 2), 1, 40),
                new LineTerms(new LineRule(20, 61, 30, 2), 1, 40),
                new LineTerms(new LineRule(20, 5, 601, 2), 1, 40),
                new LineTerms(new LineRule(20, 5, 30, 0), 1, 40),
                new LineTerms(new LineRule(20, 5, 30, 2), 1_000, 40),
                new LineTerms(new LineRule(20, 5, 30, 2), 1, 0))) {
            Expect.a(Changing.MakesNoSense.class, town.as(lead, () -> rules.set(hall.office, wrong)));
        }
        var clerk = hall.clerk("Liisa", 1).person;
        var other = town.work().clerk("Kai", town.work().office(1), StaffRole.MANAGER);
        for (var who : List.of(clerk, other)) {
            assertThatThrownBy(() -> town.as(who, () -> rules.set(hall.office, before)))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(town.as(lead, () -> rules.of(hall.office))).isEqualTo(before);
    }

    /** Called now, at the counter and done at those times. */
    private void served(Hall.Clerk clerk, String there, String done) {
        var called = clerk.calls();
        town.clock.setHelsinki(there);
        clerk.step(called, HandStep.SERVE);
        town.clock.setHelsinki(done);
        clerk.step(called, HandStep.FINISH);
    }
}
