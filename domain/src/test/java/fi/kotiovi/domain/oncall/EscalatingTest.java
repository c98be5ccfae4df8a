package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.ALERT_EVENT;
import static fi.kotiovi.db.Tables.ALERT_POLICY_STEP;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.workorder.WorkOrders;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscalatingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Escalation escalation = town.backOffice(Escalation.class);
    private final Alerts alerts = town.backOffice(Alerts.class);
    private final UUID crew = town.work().crew("Päivystys");
    private final Caller.Staff first = town.work().mechanic("Eka", crew, StaffRole.ON_CALL);
    private final Caller.Staff second = town.work().mechanic("Toka", crew, StaffRole.ON_CALL);
    private final Caller.Staff third = town.work().mechanic("Kolmas", crew, StaffRole.FOREMAN);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki("2026-03-03T22:00");
        town.db().update(ALERT).set(ALERT.NEXT_AT, at("2100-01-01T00:00")).execute();
        office = town.work().office(1);
    }

    @Test
    void E05_the_first_is_called_at_once_and_the_next_one_five_minutes_later_and_not_before() {
        everybodyOnCall();
        var alert = alert();
        escalation.escalateDue();
        assertThat(reached(alert)).containsExactly(first.id());
        town.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(escalation.escalateDue()).isZero();
        town.clock.advance(Duration.ofSeconds(1));
        escalation.escalateDue();
        assertThat(reached(alert)).containsExactly(first.id(), second.id());
        fiveMinutesLater();
        assertThat(reached(alert)).containsExactly(first.id(), second.id(), third.id());
        fiveMinutesLater();
        assertThat(reached(alert)).as("and round again").endsWith(third.id(), first.id());
    }

    @Test
    void E01_one_step_is_one_event_one_mail_and_one_text_message() {
        everybodyOnCall();
        var alert = alert();
        escalation.escalateDue();
        escalation.escalateDue();
        Race.of(4, i -> escalation::escalateDue);
        assertThat(reached(alert)).hasSize(1);
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(alert)))
                .isEqualTo(2);
    }

    @Test
    void E08_where_nobody_is_on_call_the_next_level_is_called_at_once() {
        town.work().onCall(office, 2, second, at("2026-03-03T00:00"), at("2026-03-05T00:00"));
        var alert = alert();
        escalation.escalateDue();
        assertThat(reached(alert)).containsExactly(null, second.id());
    }

    @Test
    void E08_where_nobody_is_on_call_at_all_it_is_tried_again_each_minute_and_the_resident_sees_when_it_worked() {
        var fault = fault();
        var alert = alertOf(fault);
        escalation.escalateDue();
        assertThat(reached(alert)).containsExactly(null, null, null);
        town.clock.advance(Duration.ofMinutes(1));
        town.work().onCall(office, 1, first, town.clock.now(), at("2026-03-05T00:00"));
        escalation.escalateDue();
        assertThat(reached(alert)).endsWith(first.id());
        assertThat(stateOf(fault)).isEqualTo(FaultState.ON_CALL_ALERTED);
    }

    @Test
    void the_resident_sees_once_that_somebody_was_alerted() {
        everybodyOnCall();
        var fault = fault();
        escalation.escalateDue();
        fiveMinutesLater();
        assertThat(town.as(aino, () -> town.portal(MyFaults.class).timeline(fault.id())))
                .extracting(event -> event.state())
                .containsExactly(FaultState.ON_CALL_ALERTED, FaultState.RECEIVED);
    }

    @Test
    void E07_an_alert_under_way_keeps_the_policy_it_began_with() {
        everybodyOnCall();
        var alert = alert();
        escalation.escalateDue();
        assertThat(town.db().fetchCount(ALERT_POLICY_STEP, ALERT_POLICY_STEP.ALERT_ID.eq(alert)))
                .isEqualTo(3);
        town.db()
                .update(ALERT_POLICY_STEP)
                .set(ALERT_POLICY_STEP.WAIT_MINUTES, 7)
                .where(ALERT_POLICY_STEP.ALERT_ID.eq(alert))
                .execute();
        fiveMinutesLater();
        town.clock.advance(Duration.ofMinutes(6));
        assertThat(escalation.escalateDue())
                .as("its own rows count, not the program's")
                .isZero();
        town.clock.advance(Duration.ofMinutes(1));
        assertThat(escalation.escalateDue()).isEqualTo(1);
    }

    @Test
    void E02_a_restart_in_the_middle_changes_nothing() {
        everybodyOnCall();
        var alert = alert();
        escalation.escalateDue();
        town.clock.advance(Duration.ofMinutes(5));
        var afterRestart = town.anotherBackOffice().getBean(Escalation.class);
        afterRestart.escalateDue();
        escalation.escalateDue();
        assertThat(reached(alert)).containsExactly(first.id(), second.id());
        town.clock.advance(Duration.ofHours(2));
        afterRestart.escalateDue();
        assertThat(reached(alert)).as("late is late, but never twice").hasSize(3);
    }

    @Test
    void whoever_acknowledges_stops_it_and_has_the_job() {
        everybodyOnCall();
        var fault = fault();
        var alert = alertOf(fault);
        escalation.escalateDue();
        Expect.a(Acknowledging.Acknowledged.class, town.as(second, () -> alerts.acknowledge(alert)));
        fiveMinutesLater();
        assertThat(reached(alert)).containsExactly(first.id());
        assertThat(stateOf(fault)).isEqualTo(FaultState.ACCEPTED);
        assertThat(town.as(second, () -> town.backOffice(WorkOrders.class).open(0, 50)))
                .anyMatch(order -> order.job().faultId().equals(fault.id()));
        Expect.a(Acknowledging.Acknowledged.class, town.as(second, () -> alerts.acknowledge(alert)));
        var late = Expect.a(Acknowledging.TakenBy.class, town.as(first, () -> alerts.acknowledge(alert)));
        assertThat(late.givenName()).isEqualTo("Toka");
    }

    @Test
    void two_who_acknowledge_at_once_and_one_has_it() {
        everybodyOnCall();
        var alert = alert();
        var results = Race.of(8, i -> () -> town.as(i % 2 == 0 ? first : second, () -> alerts.acknowledge(alert)));
        assertThat(results)
                .filteredOn(Acknowledging.Acknowledged.class::isInstance)
                .hasSize(4);
        assertThat(results).filteredOn(Acknowledging.TakenBy.class::isInstance).hasSize(4);
    }

    @Test
    void the_board_says_who_was_called_and_who_is_next_at_this_office_and_not_at_another() {
        var elsewhere = town.work().office(1);
        town.work().onCall(elsewhere, 1, third, at("2026-03-03T00:00"), at("2026-03-05T00:00"));
        town.work().onCall(office, 1, first, at("2026-03-03T00:00"), at("2026-03-05T00:00"));
        town.work().onCall(office, 3, second, at("2026-03-03T00:00"), at("2026-03-05T00:00"));
        var alert = alert();
        assertThat(shown(alert)).extracting(Alert::alerted, Alert::next).containsExactly(null, "Eka");
        escalation.escalateDue();
        assertThat(shown(alert)).extracting(Alert::alerted, Alert::next).containsExactly("Eka", "Toka");
        fiveMinutesLater();
        assertThat(shown(alert)).extracting(Alert::alerted, Alert::next).containsExactly("Toka", "Eka");
    }

    @Test
    void residents_and_strangers_take_no_alert() {
        everybodyOnCall();
        var alert = alert();
        assertThatThrownBy(() -> town.as(aino, () -> alerts.acknowledge(alert)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> alerts.acknowledge(alert)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(alerts::waiting).isInstanceOf(NotAllowedException.class);
    }

    private void everybodyOnCall() {
        var people = List.of(first, second, third);
        for (int level = 1; level <= 3; level++) {
            town.work().onCall(office, level, people.get(level - 1), at("2026-03-03T00:00"), at("2026-03-05T00:00"));
        }
    }

    private Fault fault() {
        aino = town.homes().residentOf(office, "Aino");
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(Reports.flood()));
        return Expect.a(Filing.Filed.class, filed).fault();
    }

    private UUID alert() {
        return alertOf(fault());
    }

    private static UUID alertOf(Fault fault) {
        return town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(fault.id())).getId();
    }

    private FaultState stateOf(Fault fault) {
        return town.as(aino, () -> town.portal(MyFaults.class).one(fault.id()))
                .orElseThrow()
                .state();
    }

    private Alert shown(UUID alert) {
        return town.as(first, alerts::waiting).stream()
                .filter(a -> a.id().equals(alert))
                .findFirst()
                .orElseThrow();
    }

    private void fiveMinutesLater() {
        town.clock.advance(Duration.ofMinutes(5));
        escalation.escalateDue();
    }

    private static List<UUID> reached(UUID alert) {
        return town.db()
                .select(ALERT_EVENT.STAFF_ID)
                .from(ALERT_EVENT)
                .where(ALERT_EVENT.ALERT_ID.eq(alert))
                .orderBy(ALERT_EVENT.STEP)
                .fetch(ALERT_EVENT.STAFF_ID);
    }
}
