package fi.kotiovi.domain.workorder;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.db.Tables.WORK_ORDER_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.FaultEvent;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.oncall.Escalation;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final WorkOrders work = town.backOffice(WorkOrders.class);
    private final UUID office = town.work().office(1);
    private final UUID crew = town.work().crew("Huolto Oy");
    private final Caller.Resident aino = town.homes()
            .resident("Aino")
            .livingAt(town.homes().home(town.homes().building(office, crew)));
    private final Caller.Staff kalle = town.work().mechanic("Kalle", crew, StaffRole.CREW);
    private final Caller.Staff ville = town.work().mechanic("Ville", town.work().crew("Toinen Oy"), StaffRole.CREW);
    private final Caller.Staff foreman =
            town.work().mechanic("Pomo", town.work().crew("Kolmas"), StaffRole.FOREMAN);

    @BeforeEach
    void morning() {
        town.clock.setHelsinki(Town.START);
    }

    @Test
    void from_new_to_done_step_by_step_and_the_resident_can_follow() {
        var job = job(Reports.tap());
        assertThat(stepped(step(kalle, job, Step.ACCEPT, "")).state()).isEqualTo(WorkOrderState.ACCEPTED);
        assertThat(stepped(step(kalle, job, Step.ON_THE_WAY, "")).state()).isEqualTo(WorkOrderState.EN_ROUTE);
        assertThat(stepped(step(kalle, job, Step.ARRIVE, "")).state()).isEqualTo(WorkOrderState.ON_SITE);
        var done = stepped(step(kalle, job, Step.FINISH, "Tiiviste vaihdettu"));
        assertThat(done.state()).isEqualTo(WorkOrderState.DONE);
        assertThat(done.doneAt()).isEqualTo(town.clock.now());
        assertThat(done.assigneeName()).isEqualTo("Kalle");
        var timeline = town.as(
                aino, () -> town.portal(MyFaults.class).timeline(job.job().faultId()));
        assertThat(timeline)
                .extracting(FaultEvent::state)
                .containsExactly(
                        FaultState.DONE,
                        FaultState.IN_PROGRESS,
                        FaultState.ON_THE_WAY,
                        FaultState.ACCEPTED,
                        FaultState.RECEIVED);
        assertThat(timeline.getFirst().note()).isEqualTo("Tiiviste vaihdettu");
        assertThat(timeline.getFirst().actorName())
                .as("the crew, not the person")
                .isEqualTo("Huolto Oy");
        assertThat(mails(job)).as("accepted, on the way and done").isEqualTo(3);
    }

    @Test
    void a_locked_door_is_told_and_the_crew_may_come_again() {
        var job = job(Reports.tap());
        step(kalle, job, Step.ACCEPT, "");
        step(kalle, job, Step.ON_THE_WAY, "");
        assertThat(stepped(step(kalle, job, Step.NO_ACCESS, "Kukaan ei avannut"))
                        .state())
                .isEqualTo(WorkOrderState.NO_ACCESS);
        assertThat(stepped(step(kalle, job, Step.ON_THE_WAY, "")).state()).isEqualTo(WorkOrderState.EN_ROUTE);
    }

    @Test
    void every_step_is_possible_from_exactly_the_states_the_table_says() {
        for (var step : Step.values()) {
            for (var from : WorkOrderState.values()) {
                var job = job(Reports.tap());
                putInto(job, from);
                var result = step(kalle, job, step, "Näin");
                if (from == step.to()) {
                    assertThat(stepped(result).version()).as("%s again", step).isEqualTo(1);
                } else if (step.isPossibleFrom(from)) {
                    assertThat(stepped(result).state()).isEqualTo(step.to());
                } else {
                    assertThat(Expect.a(Stepping.NotNow.class, result)
                                    .workOrder()
                                    .state())
                            .as("%s from %s", step, from)
                            .isEqualTo(from);
                }
            }
        }
    }

    @Test
    void eight_taps_on_one_button_are_one_step() {
        var job = job(Reports.tap());
        var results = Race.of(8, i -> () -> step(kalle, job, Step.ACCEPT, ""));
        assertThat(results).allMatch(Stepping.Stepped.class::isInstance);
        assertThat(town.db().fetchCount(WORK_ORDER_EVENT, WORK_ORDER_EVENT.WORK_ORDER_ID.eq(job.id())))
                .isEqualTo(1);
        assertThat(mails(job)).isEqualTo(1);
    }

    @Test
    void a_finished_job_says_what_was_done() {
        var job = job(Reports.tap());
        step(kalle, job, Step.ACCEPT, "");
        Expect.a(Stepping.NoteMissing.class, step(kalle, job, Step.FINISH, " "));
        assertThat(town.as(kalle, () -> work.one(job.id())).orElseThrow().state())
                .isEqualTo(WorkOrderState.ACCEPTED);
    }

    @Test
    void another_crew_sees_nothing_and_a_foreman_everything() {
        var job = job(Reports.tap());
        assertThat(town.as(ville, () -> work.one(job.id()))).isEmpty();
        assertThat(town.as(ville, () -> work.open(0, 100))).isEmpty();
        assertThat(town.as(ville, work::countOpen)).isZero();
        assertThatThrownBy(() -> step(ville, job, Step.ACCEPT, "")).isInstanceOf(NotAllowedException.class);
        assertThat(town.as(foreman, () -> work.one(job.id()))).isPresent();
        assertThatThrownBy(() -> town.as(aino, () -> work.open(0, 1))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> work.open(0, 1)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_most_urgent_is_first_then_the_oldest() {
        var crewOfOurs = town.work().crew("Uusi");
        var home = town.homes().home(town.homes().building(office, crewOfOurs));
        var eino = town.homes().resident("Eino").livingAt(home);
        var me = town.work().mechanic("Onni", crewOfOurs, StaffRole.CREW);
        var old = file(eino, Reports.tap());
        town.clock.advance(Duration.ofMinutes(1));
        var young = file(eino, Reports.tap());
        var urgent = file(eino, Reports.flood());
        assertThat(town.as(me, () -> work.open(0, 10)))
                .extracting(order -> order.job().faultId())
                .containsExactly(urgent, old, young);
    }

    @Test
    void E11_a_crew_that_takes_an_urgent_job_stops_its_alert() {
        var job = job(Reports.flood());
        step(kalle, job, Step.ACCEPT, "");
        var alert = town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(job.job().faultId()));
        assertThat(alert.getState()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(alert.getAcknowledgedBy()).isEqualTo(kalle.id());
        town.backOffice(Escalation.class).escalateDue();
        assertThat(town.db()
                        .fetchSingle(FAULT, FAULT.ID.eq(job.job().faultId()))
                        .getState())
                .isEqualTo(FaultState.ACCEPTED);
    }

    private WorkOrder job(ReportFault report) {
        var fault = file(aino, report);
        var id =
                town.db().fetchSingle(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(fault)).getId();
        return town.as(kalle, () -> work.one(id)).orElseThrow();
    }

    private static UUID file(Caller.Resident who, ReportFault report) {
        return Expect.a(
                        Filing.Filed.class,
                        town.as(who, () -> town.portal(FaultReports.class).file(report)))
                .fault()
                .id();
    }

    private Stepping step(Caller.Staff who, WorkOrder job, Step step, String note) {
        return town.as(who, () -> work.step(job.id(), step, note, List.of()));
    }

    private static WorkOrder stepped(Stepping result) {
        return Expect.a(Stepping.Stepped.class, result).workOrder();
    }

    private void putInto(WorkOrder job, WorkOrderState state) {
        town.db()
                .update(WORK_ORDER)
                .set(WORK_ORDER.STATE, state)
                .set(WORK_ORDER.ASSIGNEE_ID, kalle.id())
                .set(WORK_ORDER.DONE_AT, state == WorkOrderState.DONE ? town.clock.now() : null)
                .where(WORK_ORDER.ID.eq(job.id()))
                .execute();
    }

    private static int mails(WorkOrder job) {
        return town.db()
                .fetchCount(
                        NOTIFICATION,
                        NOTIFICATION
                                .CAUSE_ID
                                .eq(job.job().faultId())
                                .and(NOTIFICATION.KIND.eq(NotificationKind.FAULT_CHANGED)));
    }
}
