package fi.kotiovi.domain.housing;

import static fi.kotiovi.db.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notice.Notices;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LivingSomewhereTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Residents residents = town.portal(Residents.class);
    private final UUID office = town.work().office(1);
    private final UUID building = town.homes().building(office, town.work().crew("Huolto"));

    @BeforeEach
    void morning() {
        town.clock.setHelsinki(Town.START);
    }

    @Test
    void the_last_day_of_the_lease_is_still_a_day_at_home() {
        var aino = lease(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 4));
        assertThat(town.as(aino, residents::myHome)).isPresent();
        town.clock.setHelsinki("2026-03-03T23:59");
        assertThat(town.as(aino, residents::myHome)).isPresent();
        town.clock.setHelsinki("2026-03-04T00:00");
        assertThat(town.as(aino, residents::myHome)).isEmpty();
        assertThat(town.as(aino, residents::myLatestHome))
                .as("the keys are still to be returned")
                .isPresent();
    }

    @Test
    void somebody_who_moves_in_next_month_has_a_home_to_fetch_the_keys_of() {
        var aino = lease(LocalDate.of(2026, 4, 1), null);
        var home = town.as(aino, residents::myHome).orElseThrow();
        assertThat(home.since()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(home.office().id()).isEqualTo(office);
        assertThat(home.address().in(Language.SV)).startsWith("Lindgränden").contains(" B ");
    }

    @Test
    void a_language_once_chosen_is_remembered_and_changes_nobody_elses() {
        var aino = lease(LocalDate.of(2025, 1, 1), null);
        var eino = lease(LocalDate.of(2025, 1, 1), null);
        town.as(aino, () -> residents.speak(Language.SV));
        assertThat(town.as(aino, residents::contactable).language()).isEqualTo(Language.SV);
        assertThat(town.as(eino, residents::contactable).language()).isEqualTo(Language.FI);
        assertThatThrownBy(residents::contactable).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void news_is_of_the_own_building_and_of_today() {
        var aino = lease(LocalDate.of(2025, 1, 1), null);
        var stranger = town.homes().residentOf(office, "Naapuri");
        for (var day : new String[] {"2026-03-01", "2026-03-03", "2026-03-05"}) {
            town.db()
                    .insertInto(NOTICE)
                    .set(NOTICE.BUILDING_ID, building)
                    .set(NOTICE.SHOWN, Ranges.range(Town.at(day + "T00:00"), Town.at(day + "T23:00")))
                    .set(NOTICE.TITLE_FI, day)
                    .set(NOTICE.TITLE_SV, day)
                    .set(NOTICE.TITLE_EN, day)
                    .set(NOTICE.BODY_FI, "Vesi poikki")
                    .set(NOTICE.BODY_SV, "Vattnet avstängt")
                    .set(NOTICE.BODY_EN, "No water")
                    .execute();
        }
        var notices = town.portal(Notices.class);
        assertThat(town.as(aino, notices::ofMyBuilding))
                .singleElement()
                .satisfies(notice -> assertThat(notice.title().fi()).isEqualTo("2026-03-03"));
        assertThat(town.as(stranger, notices::ofMyBuilding)).isEmpty();
    }

    private Caller.Resident lease(LocalDate from, @Nullable LocalDate until) {
        return town.homes().resident("Aino").livingAt(town.homes().home(building), from, until);
    }
}
