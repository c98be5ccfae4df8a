package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.ALERT_EVENT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.workorder.Step;
import fi.kotiovi.domain.workorder.WorkOrders;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcknowledgingRacesTest {
    private static final int RACES = 200;

    @RegisterExtension
    static final Town town = Town.found();

    private final Escalation escalation = town.backOffice(Escalation.class);
    private final Alerts alerts = town.backOffice(Alerts.class);
    private final WorkOrders work = town.backOffice(WorkOrders.class);
    private final UUID office = town.work().office(1);
    private final UUID crew = town.work().crew("Huolto");
    private final Caller.Staff onCall = town.work().mechanic("Eka", crew, StaffRole.ON_CALL);
    private final Caller.Resident aino = town.homes()
            .resident("Aino")
            .livingAt(town.homes().home(town.homes().building(office, crew)));

    @Test
    void after_a_committed_acknowledgement_nobody_is_alerted_any_more_in_two_hundred_races() {
        for (int level = 1; level <= 3; level++) {
            town.work().onCall(office, level, onCall, at("2026-03-01T00:00"), at("2026-12-31T00:00"));
        }
        var deadlocks = town.deadlocks();
        for (int race = 0; race < RACES; race++) {
            var alert = alert();
            var jobsFirst = race % 4 == 0;
            Race.of(3, i -> () -> switch (i) {
                case 0 -> jobsFirst ? accepted(alert) : acknowledged(alert);
                default -> String.valueOf(escalation.escalateDue());
            });
            var stopped = town.db().fetchSingle(ALERT, ALERT.ID.eq(alert));
            assertThat(stopped.getState()).isEqualTo(AlertState.ACKNOWLEDGED);
            var events = events(alert);
            assertThat(events).isLessThanOrEqualTo(1);
            town.clock.advance(Duration.ofMinutes(6));
            escalation.escalateDue();
            assertThat(events(alert)).isEqualTo(events);
        }
        assertThat(town.deadlocks()).isEqualTo(deadlocks);
    }

    private String acknowledged(UUID alert) {
        var result = town.as(onCall, () -> alerts.acknowledge(alert));
        var now = events(alert);
        assertThat(events(alert)).isEqualTo(now);
        return result.toString();
    }

    /** The crew takes the job itself instead of the alert; the locks are taken in the same order. */
    private String accepted(UUID alert) {
        var fault = town.db().fetchSingle(ALERT, ALERT.ID.eq(alert)).getFaultId();
        var job =
                town.db().fetchSingle(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(fault)).getId();
        return town.as(onCall, () -> work.step(job, Step.ACCEPT, "", List.of())).toString();
    }

    private UUID alert() {
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(Reports.flood()));
        var fault = Expect.a(Filing.Filed.class, filed).fault().id();
        return town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(fault)).getId();
    }

    private static int events(UUID alert) {
        return town.db().fetchCount(ALERT_EVENT, ALERT_EVENT.ALERT_ID.eq(alert));
    }
}
