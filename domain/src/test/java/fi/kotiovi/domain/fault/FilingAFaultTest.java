package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.Urgency;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingAFaultTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final FaultReports reports = town.portal(FaultReports.class);
    private final MyFaults mine = town.portal(MyFaults.class);
    private final UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewNeighbour() {
        town.clock.setHelsinki(Town.START);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_report_is_a_work_order_an_event_and_a_mail_at_once() {
        var fault = file(Reports.tap());
        assertThat(fault.number()).matches("F-26-\\d{6}");
        assertThat(fault.state()).isEqualTo(FaultState.RECEIVED);
        var work = town.db().fetchSingle(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(fault.id()));
        assertThat(work.getState()).isEqualTo(WorkOrderState.NEW);
        assertThat(work.getUrgency()).isEqualTo(Urgency.P3);
        assertThat(work.getNumber()).matches("W-26-\\d{6}");
        assertThat(town.as(aino, () -> mine.timeline(fault.id())))
                .extracting(FaultEvent::state)
                .containsExactly(FaultState.RECEIVED);
        var mail = town.db().fetchSingle(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(fault.id()));
        assertThat(mail.getKind()).isEqualTo(NotificationKind.FAULT_RECEIVED);
        assertThat(mail.getState()).isEqualTo(NotificationState.PENDING);
        assertThat(town.db().fetchCount(ALERT, ALERT.FAULT_ID.eq(fault.id()))).isZero();
    }

    @Test
    void an_urgent_one_raises_an_alert_too() {
        var fault = file(Reports.flood());
        assertThat(fault.urgency()).isEqualTo(Urgency.P1);
        assertThat(fault.isUrgent()).isTrue();
        var alert = town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(fault.id()));
        assertThat(alert.getState()).isEqualTo(AlertState.TRIGGERED);
        assertThat(alert.getNextAt()).isEqualTo(town.clock.now());
        assertThat(alert.getOfficeId()).isEqualTo(office);
    }

    @Test
    void the_same_submission_again_is_the_same_fault() {
        var report = Reports.flood();
        assertThat(file(report)).isEqualTo(file(report));
        assertThat(rowsOf(aino)).isEqualTo(1);
    }

    @Test
    void eight_fingers_on_send_file_one_fault() {
        var report = Reports.flood();
        var filed = Race.of(8, i -> () -> file(report));
        assertThat(filed).containsOnly(filed.getFirst());
        assertThat(rowsOf(aino)).isEqualTo(1);
        var fault = filed.getFirst().id();
        assertThat(town.db().fetchCount(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(fault)))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(ALERT, ALERT.FAULT_ID.eq(fault))).isEqualTo(1);
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(fault)))
                .isEqualTo(1);
    }

    @Test
    void everything_missing_is_told_at_once_and_nothing_is_filed() {
        var before = counts();
        var empty = new ReportFault(
                UUID.randomUUID(),
                null,
                "",
                "",
                " ",
                "",
                null,
                null,
                false,
                "x".repeat(501),
                Collections.nCopies(6, UUID.randomUUID()));
        assertThat(gaps(empty))
                .containsExactlyInAnyOrder(
                        Filing.Gap.PLACE,
                        Filing.Gap.PROBLEM,
                        Filing.Gap.DESCRIPTION_MISSING,
                        Filing.Gap.PHONE_MISSING,
                        Filing.Gap.ENTRY_TIMES_TOO_LONG,
                        Filing.Gap.TOO_MANY_PHOTOS);
        assertThat(counts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "soita", "+358", "999999999999999999999"})
    void a_number_no_phone_can_have_is_told(String phone) {
        assertThat(gaps(Reports.with("Tippuu", phone, EntryConsent.YES, "", List.of())))
                .containsExactly(Filing.Gap.PHONE_IMPOSSIBLE);
    }

    @Test
    void a_home_is_not_entered_without_an_answer_but_nobody_is_asked_about_the_yard() {
        assertThat(gaps(Reports.with("Tippuu", "040 123 4567", null, "", List.of())))
                .containsExactly(Filing.Gap.ENTRY_CONSENT);
        var open = new ReportFault(
                UUID.randomUUID(),
                null,
                "YARD",
                "YARD_SNOW_ICE",
                "Liukasta",
                "+46 8 123 456 78",
                null,
                null,
                false,
                "",
                List.of());
        assertThat(file(open).urgency()).isEqualTo(Urgency.P2);
    }

    @Test
    void a_problem_that_cannot_be_in_that_place_is_told() {
        assertThat(gaps(Reports.of("LIFT", "WATER_LEAK_TAP_DRIPS", null))).containsExactly(Filing.Gap.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; drop table fault; --",
                "مرحبا \u202Eabc",
                "Ä👨‍👩‍👧‍👦\r\n\tÖ",
                "{0} %s ${x} #{y}"
            })
    void whatever_is_typed_comes_back_as_typed(String text) {
        assertThat(file(Reports.saying(text)).description()).isEqualTo(text);
    }

    @Test
    void ten_thousand_characters_fit_and_one_more_does_not() {
        assertThat(file(Reports.saying("😀".repeat(10_000))).description()).isEqualTo("😀".repeat(10_000));
        assertThat(gaps(Reports.saying("ä".repeat(10_001)))).containsExactly(Filing.Gap.DESCRIPTION_TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(Danger.class)
    void any_danger_is_urgent_and_fire_is_more(Danger danger) {
        var urgency =
                file(Reports.of("KITCHEN", "WATER_LEAK_TAP_DRIPS", danger)).urgency();
        assertThat(urgency).isEqualTo(danger == Danger.FIRE_OR_PERSON ? Urgency.P0 : Urgency.P1);
    }

    @ParameterizedTest
    @CsvSource({
        "KITCHEN, WATER_LEAK_RUNNING, P1", "KITCHEN, SMOKE_ALARM_SOUNDING, P0", "LIFT, LIFT_PERSON_INSIDE, P0",
        "KITCHEN, HOT_WATER_NONE, P2", "KITCHEN, WATER_LEAK_TAP_DRIPS, P3", "KITCHEN, SURFACE_CUPBOARD, P4"
    })
    void without_a_danger_the_published_table_decides(String place, String problem, Urgency urgency) {
        assertThat(file(Reports.of(place, problem, null)).urgency()).isEqualTo(urgency);
    }

    @Test
    void a_danger_never_makes_less_of_a_person_in_a_lift() {
        assertThat(file(Reports.of("LIFT", "LIFT_PERSON_INSIDE", Danger.NO_HEAT))
                        .urgency())
                .isEqualTo(Urgency.P0);
    }

    @Test
    void nobody_else_sees_it() {
        var fault = file(Reports.tap());
        var eino = town.homes().residentOf(office, "Eino");
        assertThat(town.as(eino, () -> mine.one(fault.id()))).isEmpty();
        assertThat(town.as(eino, () -> mine.timeline(fault.id()))).isEmpty();
        assertThat(town.as(eino, () -> mine.newestFirst(0, 50))).isEmpty();
        assertThatThrownBy(() -> mine.one(fault.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> reports.file(Reports.tap())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void somebody_without_a_home_files_nothing() {
        var nobody = town.homes().resident("Väinö").livingNowhere();
        assertThatThrownBy(() -> town.as(nobody, () -> reports.file(Reports.tap())))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void somebody_without_a_mail_address_files_all_the_same() {
        var home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        var silent = town.homes().resident("Hilja").withoutEmail().livingAt(home);
        var filed = town.as(silent, () -> reports.file(Reports.tap()));
        var fault = Expect.a(Filing.Filed.class, filed).fault();
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(fault.id())))
                .isZero();
    }

    private Fault file(ReportFault report) {
        return Expect.a(Filing.Filed.class, town.as(aino, () -> reports.file(report)))
                .fault();
    }

    private Set<Filing.Gap> gaps(ReportFault report) {
        return Expect.a(Filing.Incomplete.class, town.as(aino, () -> reports.file(report)))
                .gaps();
    }

    private static int rowsOf(Caller.Resident who) {
        return town.db().fetchCount(FAULT, FAULT.RESIDENT_ID.eq(who.id()));
    }

    private static List<Integer> counts() {
        return List.<Table<?>>of(FAULT, FAULT_EVENT, WORK_ORDER, ALERT, NOTIFICATION).stream()
                .map(table -> town.db().fetchCount(table))
                .toList();
    }
}
