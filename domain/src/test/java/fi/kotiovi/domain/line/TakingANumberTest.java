package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.TicketState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakingANumberTest {
    @RegisterExtension
    static final Town town = Town.found();

    private Hall hall = new Hall(town, 2);

    @BeforeEach
    void aWalkInTuesday() {
        town.clock.setHelsinki("2026-03-03T09:30");
        hall = new Hall(town, 2);
    }

    @Test
    void numbers_rise_with_arrival_and_start_again_the_next_day() {
        assertThat(hall.takes("OTHER").label()).isEqualTo("B1");
        assertThat(hall.takes("IDENTIFY").label()).isEqualTo("B2");
        assertThat(hall.waiting()).containsExactly("B1", "B2");
        town.clock.setHelsinki("2026-03-10T09:30");
        assertThat(hall.takes("OTHER").label()).isEqualTo("B1");
    }

    @Test
    void outside_the_hours_nobody_gets_a_number_but_hears_when() {
        for (var moment : new String[] {"2026-03-03T08:59:59", "2026-03-02T10:00"}) {
            town.clock.setHelsinki(moment);
            assertThat(hall.takes("OTHER", "10.0.0.1")).isEqualTo(new Taking.Closed(at("2026-03-03T09:00")));
        }
        town.clock.setHelsinki("2026-03-03T12:00");
        assertThat(hall.takes("OTHER", "10.0.0.1")).isEqualTo(new Taking.Closed(at("2026-03-10T09:00")));
        town.clock.setHelsinki("2026-03-03T11:59:59");
        assertThat(hall.takes("OTHER", "10.0.0.1")).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_closure_and_a_holiday_close_the_line_too() {
        town.work().closed(hall.office, at("2026-03-03T09:00"), at("2026-03-03T12:00"));
        assertThat(hall.takes("OTHER", "10.0.0.1")).isEqualTo(new Taking.Closed(at("2026-03-10T09:00")));
        // Tuesday 6 January is Epiphany
        town.clock.setHelsinki("2026-01-06T10:00");
        assertThat(hall.takes("OTHER", "10.0.0.1")).isEqualTo(new Taking.Closed(at("2026-01-13T09:00")));
    }

    @Test
    void the_kiosk_stops_at_the_days_contingent_and_the_desk_does_not() {
        hall.rule(LINE_RULE.TICKETS_A_DAY, 2);
        hall.takes("OTHER");
        hall.takes("OTHER");
        assertThat(hall.takes("OTHER", "10.0.0.9")).isEqualTo(new Taking.AllGiven(at("2026-03-10T09:00")));
        var liisa = town.work().clerk("Liisa", hall.office, StaffRole.DESK);
        var given = town.as(liisa, () -> town.backOffice(LineDesk.class).take("OTHER", Language.SV));
        assertThat(given.label()).isEqualTo("B3");
    }

    @Test
    void twenty_hands_at_twenty_kiosks_take_no_more_than_there_are() {
        hall.rule(LINE_RULE.TICKETS_A_DAY, 7);
        var taken = Race.of(20, i -> () -> hall.takes("OTHER", "10.7.0." + i));
        assertThat(taken).filteredOn(Taking.Taken.class::isInstance).hasSize(7);
        assertThat(hall.waiting())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 7).mapToObj(n -> "B" + n).toList());
    }

    @Test
    void whoever_takes_too_many_is_slowed_down_and_nobody_else_is() {
        hall.rule(LINE_RULE.TICKETS_AN_ADDRESS, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(hall.takes("OTHER", "10.0.0.66")).isInstanceOf(Taking.Taken.class);
        }
        assertThat(hall.takes("OTHER", "10.0.0.66")).isInstanceOf(Taking.TooMany.class);
        assertThat(hall.takes("OTHER", "10.0.0.67")).isInstanceOf(Taking.Taken.class);
        town.clock.advance(Duration.ofMinutes(10));
        assertThat(hall.takes("OTHER", "10.0.0.66")).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void the_secret_of_a_place_is_long_and_not_kept() {
        var taken = hall.takes("OTHER");
        assertThat(taken.secret()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(town.db()
                        .fetchSingle(TICKET, TICKET.OFFICE_ID.eq(hall.office))
                        .getTokenHash())
                .isNotEqualTo(taken.secret().getBytes(StandardCharsets.UTF_8));
        assertThat(town.portal(MyPlace.class).of("B1")).isEmpty();
        assertThat(town.portal(MyPlace.class).of("")).isEmpty();
    }

    @Test
    void ones_own_place_moves_and_can_be_given_up() {
        hall.takes("OTHER");
        var mine = hall.takes("OTHER");
        assertThat(hall.place(mine.secret()).ahead()).isEqualTo(1);
        var liisa = hall.clerk("Liisa", 1);
        liisa.serves(liisa.calls());
        assertThat(hall.place(mine.secret()).ahead()).isZero();
        assertThat(town.portal(MyPlace.class).leave(mine.secret())).isTrue();
        assertThat(town.portal(MyPlace.class).leave(mine.secret())).isFalse();
        assertThat(hall.place(mine.secret()).state()).isEqualTo(TicketState.LEFT);
        Expect.a(Call.NobodyWaits.class, liisa.presses());
    }

    @Test
    void a_number_of_yesterday_is_out_of_the_line_whether_a_job_ran_or_not() {
        var mine = hall.takes("OTHER");
        town.clock.setHelsinki("2026-03-04T09:30");
        assertThat(hall.place(mine.secret()).state()).isEqualTo(TicketState.LEFT);
        assertThat(hall.waiting()).isEmpty();
        Expect.a(Call.NobodyWaits.class, hall.clerk("Liisa", 1).presses());
        assertThat(town.backOffice(LineUpkeep.class).endEarlierDays()).isPositive();
        assertThat(hall.place(mine.secret()).state()).isEqualTo(TicketState.LEFT);
    }
}
