package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhoseAlertTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Alerts alerts = town.backOffice(Alerts.class);
    private final UUID office = town.work().office(1);
    private final UUID crew = town.work().crew("Oma huolto");
    private final Caller.Staff own = town.work().mechanic("Oma", crew, StaffRole.CREW);
    private final Caller.Staff other =
            town.work().mechanic("Vieras", town.work().crew("Vieras"), StaffRole.ON_CALL);
    private final Caller.Staff foreman =
            town.work().mechanic("Pomo", town.work().crew("Muu"), StaffRole.FOREMAN);
    private final Caller.Staff clerk = town.work().clerk("Liisa", office, StaffRole.DESK);
    private final Caller.Staff otherClerk =
            town.work().clerk("Matti", town.work().office(1), StaffRole.DESK);
    private final Caller.Staff manager =
            town.work().clerk("Päällikkö", town.work().office(1), StaffRole.MANAGER);
    private final Caller.Resident aino = town.homes()
            .resident("Aino")
            .livingAt(town.homes().home(town.homes().building(office, crew)));

    private UUID alert = office;

    @BeforeEach
    void anAlert() {
        town.clock.setHelsinki("2026-03-03T22:00");
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(Reports.flood()));
        var fault = Expect.a(Filing.Filed.class, filed).fault().id();
        alert = town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(fault)).getId();
    }

    @Test
    void the_other_crew_neither_sees_nor_takes_it() {
        assertThat(sees(other)).isFalse();
        assertThat(town.as(other, alerts::countWaiting)).isZero();
        assertThatThrownBy(() -> takes(other)).isInstanceOf(NotAllowedException.class);
        takes(own);
        assertThatThrownBy(() -> takes(other)).as("nor learns who has it").isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_crew_of_the_offices_buildings_and_a_foreman_see_and_take_it() {
        assertThat(sees(own)).isTrue();
        assertThat(sees(foreman)).isTrue();
        Expect.a(Acknowledging.Acknowledged.class, takes(foreman));
        assertThat(Expect.a(Acknowledging.TakenBy.class, takes(own)).givenName())
                .isEqualTo("Pomo");
    }

    @Test
    void whoever_is_on_the_rota_on_any_rung_takes_it_even_after_the_shift_it_came_in() {
        var evening = town.work().mechanic("Ilta", town.work().crew("Muualla"), StaffRole.ON_CALL);
        town.work().onCall(office, 3, evening, at("2026-03-03T16:00"), at("2026-03-03T22:01"));
        town.clock.setHelsinki("2026-03-03T22:03");
        assertThat(sees(evening)).isTrue();
        Expect.a(Acknowledging.Acknowledged.class, takes(evening));
    }

    @Test
    void whoever_was_on_call_before_it_came_is_none_of_them() {
        var tired = town.work().mechanic("Väsynyt", town.work().crew("Muualla"), StaffRole.ON_CALL);
        town.work().onCall(office, 2, tired, at("2026-03-03T08:00"), at("2026-03-03T22:00"));
        assertThat(sees(tired)).isFalse();
        assertThatThrownBy(() -> takes(tired)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void an_office_watches_its_own_and_a_manager_every_offices() {
        assertThat(sees(clerk)).isTrue();
        assertThat(sees(otherClerk)).isFalse();
        assertThat(sees(manager)).isTrue();
        assertThatThrownBy(() -> takes(clerk)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> takes(manager)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whose_home_it_is_learns_who_looked() {
        var kalle = town.work().mechanic("Kalle", crew, StaffRole.CREW);
        takes(kalle);
        takes(kalle);
        var seen = town.db().fetchSingle(ACCESS_LOG, ACCESS_LOG.STAFF_ID.eq(kalle.id()));
        assertThat(seen.getResidentId()).isEqualTo(aino.id());
    }

    private boolean sees(Caller.Staff who) {
        return town.as(who, alerts::waiting).stream()
                .anyMatch(shown -> shown.id().equals(alert));
    }

    private Acknowledging takes(Caller.Staff who) {
        return town.as(who, () -> alerts.acknowledge(alert));
    }
}
