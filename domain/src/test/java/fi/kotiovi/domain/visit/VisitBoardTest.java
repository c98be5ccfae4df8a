package fi.kotiovi.domain.visit;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitBoardTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final VisitBoard board = town.backOffice(VisitBoard.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(2);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);

    @BeforeEach
    void aNewOffice() {
        office = town.work().office(2);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27T09:00, 2026-03-30T09:00, 2026-03-30T06:00Z",
        "2026-10-23, 2026-10-23T09:00, 2026-10-26T09:00, 2026-10-26T07:00Z"
    })
    void T01_the_day_is_the_day_on_the_wall_before_and_after_the_clocks_change(
            LocalDate friday, String before, String after, String instant) {
        town.clock.setHelsinki(friday.minusDays(3) + "T08:00");
        var aino = town.homes().residentOf(office, "Aino");
        var eino = town.homes().residentOf(office, "Eino");
        booked.by(aino, "OTHER", at(before));
        var late = booked.by(eino, "OTHER", at(after));
        assertThat(late.start().toInstant()).isEqualTo(Instant.parse(instant.replace("Z", ":00Z")));
        var days = town.as(liisa, () -> board.days(friday, friday.plusDays(3)));
        assertThat(days).extracting(VisitBoard.Day::date).hasSize(4);
        for (var day : new VisitBoard.Day[] {days.getFirst(), days.getLast()}) {
            assertThat(day.visits()).hasSize(1);
            assertThat(day.visits().getFirst().local().toLocalTime()).hasToString("09:00");
            var served = day.lanes().getFirst().served().getFirst();
            assertThat(served.from().atZoneSameInstant(Helsinki.ZONE).toLocalTime())
                    .hasToString("09:00");
            assertThat(served.until().atZoneSameInstant(Helsinki.ZONE).toLocalTime())
                    .hasToString("16:00");
        }
        assertThat(town.as(liisa, () -> board.places(late.id(), friday.plusDays(3), friday.plusDays(3), 8, 17)))
                .extracting(place -> place.local().toLocalTime().toString())
                .startsWith("09:00", "09:15", "09:15");
    }

    @Test
    void what_a_resident_holds_is_there_for_ten_minutes_and_what_was_cancelled_is_not() {
        town.clock.setHelsinki(Town.START);
        var day = LocalDate.of(2026, 3, 4);
        var aino = town.homes().residentOf(office, "Aino");
        town.as(aino, () -> town.portal(OfficeVisits.class).hold("OTHER", at("2026-03-04T10:00")));
        assertThat(town.as(liisa, () -> board.days(day, day)).getFirst().visits())
                .extracting(DeskVisit::state)
                .containsExactly(VisitState.HELD);
        town.clock.advance(OfficeVisits.HOLD);
        assertThat(town.as(liisa, () -> board.days(day, day)).getFirst().visits())
                .isEmpty();
    }

    @Test
    void a_closed_day_says_why_and_nobody_asks_for_more_than_a_week() {
        town.clock.setHelsinki(Town.START);
        town.work().closed(office, at("2026-03-04T00:00"), at("2026-03-05T00:00"));
        var days = town.as(liisa, () -> board.days(LocalDate.of(2026, 3, 2), LocalDate.of(2027, 3, 2)));
        assertThat(days).hasSize(7);
        var closed = days.get(2);
        assertThat(closed.lanes()).allMatch(lane -> lane.served().isEmpty());
        assertThat(closed.opening().reason()).isNotNull();
    }
}
