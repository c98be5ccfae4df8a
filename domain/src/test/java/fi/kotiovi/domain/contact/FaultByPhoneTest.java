package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultSource;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultByPhoneTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final PhoneFaults faults = town.backOffice(PhoneFaults.class);
    private final MyFaults mine = town.portal(MyFaults.class);
    private final MyContacts contacts = town.portal(MyContacts.class);
    private final UUID office = town.work().office(1);
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewCaller() {
        town.clock.setHelsinki(Town.START);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void the_crew_has_the_fault_the_call_is_closed_and_its_words_name_the_fault() {
        var filed = file(call(""), Reports.saying("Hana tippuu yötä päivää"));
        var row = town.db().fetchSingle(FAULT, FAULT.ID.eq(filed.fault().id()));
        assertThat(row.getSource()).isEqualTo(FaultSource.PHONE);
        assertThat(row.getFiledBy()).isEqualTo(liisa.id());
        assertThat(row.getHomeId()).isEqualTo(home(aino));
        assertThat(town.db().fetchCount(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(row.getId())))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(row.getId())))
                .as("the caller has it by mail too")
                .isEqualTo(1);
        assertThat(town.as(aino, () -> mine.timeline(row.getId())))
                .extracting(event -> event.actor())
                .containsExactly(FaultActor.OFFICE);

        var contact = town.db().fetchSingle(CONTACT, CONTACT.NUMBER.eq(filed.contact()));
        assertThat(contact.getState()).isEqualTo(ContactState.CLOSED);
        assertThat(contact.getChannel()).isEqualTo(ContactChannel.PHONE);
        assertThat(contact.getSubject()).isEqualTo("Hana tippuu yötä päivää");
        assertThat(town.as(aino, () -> contacts.thread(contact.getId()))
                        .getFirst()
                        .body())
                .isEqualTo("Hana tippuu yötä päivää\n\nKatso " + row.getNumber());
    }

    @Test
    void an_urgent_one_alerts_the_crew_on_call_like_any_other() {
        var filed = file(call("OTHER"), Reports.flood());
        var alert = town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(filed.fault().id()));
        assertThat(alert.getState()).isEqualTo(AlertState.TRIGGERED);
        assertThat(alert.getNextAt()).isEqualTo(town.clock.now());
        assertThat(alert.getOfficeId()).isEqualTo(office);
    }

    @Test
    void a_double_click_files_one_fault_and_closes_one_call() {
        var call = call("");
        var report = Reports.flood();
        var filed = Race.of(6, i -> () -> file(call, report));
        assertThat(filed.stream().map(one -> one.fault().id()).distinct()).hasSize(1);
        assertThat(filed.stream().map(PhoneFiling.Filed::contact).distinct()).hasSize(1);
        assertThat(town.db()
                        .fetchCount(
                                ALERT,
                                ALERT.FAULT_ID.eq(filed.getFirst().fault().id())))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(CONTACT, CONTACT.RESIDENT_ID.eq(aino.id())))
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_told_and_neither_is_written() {
        var gaps = Expect.a(
                        PhoneFiling.Incomplete.class,
                        town.as(liisa, () -> faults.file(call(""), Reports.saying(" "), fault -> "")))
                .gaps();
        assertThat(gaps).containsExactly(Filing.Gap.DESCRIPTION_MISSING);
        assertThat(town.db().fetchCount(FAULT, FAULT.RESIDENT_ID.eq(aino.id()))).isZero();
        assertThat(town.db().fetchCount(CONTACT, CONTACT.RESIDENT_ID.eq(aino.id())))
                .isZero();
    }

    @Test
    void ten_thousand_characters_leave_room_for_the_number() {
        var filed = file(call(""), Reports.saying("ä".repeat(10_000)));
        var contact = town.db().fetchSingle(CONTACT, CONTACT.NUMBER.eq(filed.contact()));
        assertThat(town.as(aino, () -> contacts.thread(contact.getId()))
                        .getFirst()
                        .body())
                .hasSize(10_000)
                .endsWith(filed.fault().number());
        assertThat(filed.fault().description()).hasSize(10_000);
    }

    @Test
    void nobody_reports_a_fault_of_somebody_elses_home_and_residents_do_not_report_by_phone() {
        var eino = town.homes().residentOf(office, "Eino");
        var wrong = new PhoneFaults.Call(UUID.randomUUID(), eino.id(), home(aino), "");
        assertThatThrownBy(() -> town.as(liisa, () -> faults.file(wrong, Reports.tap(), fault -> "")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, () -> faults.file(call(""), Reports.tap(), fault -> "")))
                .isInstanceOf(NotAllowedException.class);
    }

    private PhoneFiling.Filed file(PhoneFaults.Call call, ReportFault report) {
        return Expect.a(
                PhoneFiling.Filed.class,
                town.as(liisa, () -> faults.file(call, report, fault -> "Katso " + fault.number())));
    }

    private PhoneFaults.Call call(String topic) {
        return new PhoneFaults.Call(UUID.randomUUID(), aino.id(), home(aino), topic);
    }

    private static UUID home(Caller.Resident who) {
        return Objects.requireNonNull(town.db()
                .select(TENANCY.HOME_ID)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(who.id()))
                .fetchSingle(TENANCY.HOME_ID));
    }
}
