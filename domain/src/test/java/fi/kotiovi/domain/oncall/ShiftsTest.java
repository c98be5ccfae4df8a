package fi.kotiovi.domain.oncall;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OnCall onCall = town.backOffice(OnCall.class);
    private final Caller.Staff day = town.work().mechanic("Päivä", town.work().crew("A"), StaffRole.ON_CALL);
    private final Caller.Staff night = town.work().mechanic("Yö", town.work().crew("B"), StaffRole.ON_CALL);

    @ParameterizedTest
    @CsvSource({"2026-03-28, 2026-03-29, 9", "2026-10-24, 2026-10-25, 11"})
    void T08_on_a_night_when_the_clocks_change_every_minute_has_exactly_one_on_call(
            String evening, String morning, int hours) {
        var office = town.work().office(1);
        town.homes().building(office, Objects.requireNonNull(day.crewId()));
        town.work().onCall(office, 1, day, at(evening + "T08:00"), at(evening + "T22:00"));
        town.work().onCall(office, 1, night, at(evening + "T22:00"), at(morning + "T08:00"));
        town.work().onCall(office, 1, day, at(morning + "T08:00"), at(morning + "T22:00"));
        var nightMinutes = 0;
        for (var now = at(evening + "T21:00"); now.isBefore(at(morning + "T09:00")); now = now.plusMinutes(1)) {
            if (names(now).equals("Yö")) {
                nightMinutes++;
            } else {
                assertThat(names(now)).isEqualTo("Päivä");
            }
        }
        assertThat(Duration.ofMinutes(nightMinutes)).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void a_crew_sees_who_is_on_call_where_it_works_and_nowhere_else() {
        var here = town.work().office(1);
        var elsewhere = town.work().office(1);
        var moment = at("2026-06-10T12:00");
        town.homes().building(here, Objects.requireNonNull(day.crewId()));
        town.work().onCall(here, 2, day, at("2026-06-10T08:00"), at("2026-06-10T22:00"));
        town.work().onCall(elsewhere, 2, night, at("2026-06-10T08:00"), at("2026-06-10T22:00"));
        assertThat(names(moment)).isEqualTo("Päivä");
    }

    @Test
    void two_people_cannot_be_on_call_at_one_level_at_once() {
        var office = town.work().office(1);
        town.work().onCall(office, 1, day, at("2026-05-01T08:00"), at("2026-05-01T22:00"));
        assertThatThrownBy(() -> town.work().onCall(office, 1, night, at("2026-05-01T21:59"), at("2026-05-02T08:00")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("on_call_one_person_per_level_and_instant");
    }

    private String names(OffsetDateTime now) {
        town.clock.setHelsinki(now.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime());
        return town.as(day, onCall::now).stream().map(OnCall.Person::givenName).reduce("", String::concat);
    }
}
