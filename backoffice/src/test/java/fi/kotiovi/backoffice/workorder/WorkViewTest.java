package fi.kotiovi.backoffice.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.oncall.AlertCard;
import fi.kotiovi.backoffice.oncall.AlertsView;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkViewTest extends OfficeTest {
    @Test
    void a_job_goes_from_taken_to_done_and_wants_to_be_told() {
        var work = newWork();
        try (var office = office()) {
            var lehto = office.newUser(signedIn("lehto")).newWindow();
            lehto.navigate(WorkOrderView.class, work.toString());
            press(lehto, "Otan tämän");
            assertThat(state(work)).isEqualTo("ACCEPTED");
            press(lehto, "Matkalla");
            press(lehto, "Perillä");
            assertThat(state(work)).isEqualTo("ON_SITE");
            press(lehto, "Valmis");
            press(lehto, "Valmis");
            var note = lehto.find(TextArea.class).single();
            assertThat(note.isInvalid()).isTrue();
            note.setValue("Vaihdoin tiivisteen.");
            press(lehto, "Valmis");
            assertThat(state(work)).isEqualTo("DONE");
        }
    }

    @Test
    void the_first_who_takes_an_alert_has_it_and_it_is_gone_for_the_other() {
        var work = newWork();
        owner().update(
                        "insert into alert (fault_id, office_id, state, next_at, triggered_at) select f.id, b.office_id, 'TRIGGERED', now(), now()"
                                + " from work_order w join fault f on f.id = w.fault_id join building b on b.id = f.building_id where w.id = ?",
                        work);
        try (var office = office()) {
            var lehto = office.newUser(signedIn("lehto")).newWindow();
            lehto.navigate(WorkView.class);
            assertThat(lehto.find(AlertCard.class).all()).hasSize(1);
            var rinne = office.newUser(signedIn("rinne")).newWindow();
            rinne.navigate(AlertsView.class);
            lehto.activate();
            takeAlert(lehto);
            assertThat(lehto.getCurrentView()).isInstanceOf(WorkOrderView.class);
            assertThat(state(work)).isEqualTo("ACCEPTED");
            rinne.activate();
            takeAlert(rinne);
            assertThat(owner().queryForObject(
                                    "select s.family_name from work_order w join staff s on s.id = w.assignee_id where w.id = ?",
                                    String.class,
                                    work))
                    .isEqualTo("Lehto");
        }
    }

    @Test
    void an_office_clerk_may_watch_an_alert_but_not_take_it() {
        try (var office = office()) {
            var virta = office.newUser(signedIn("virta")).newWindow();
            virta.navigate(AlertsView.class);
            assertThat(virta.find(NativeButton.class).withText("Otan tämän").exists())
                    .isFalse();
        }
    }

    private static UUID newWork() {
        return Objects.requireNonNull(owner().queryForObject("""
                with f as (insert into fault (number, submission_id, building_id, home_id, resident_id, place_code, problem_code, urgency,
                    description, phone, language, state, filed_at, promised_by)
                  select 'F-26-T' || substr(gen_random_uuid()::text, 1, 8), gen_random_uuid(), h.building_id, h.id, tr.resident_id, 'BATHROOM',
                    'WATER_LEAK_CEILING', 'P1', 'Katosta tippuu', '+358400000044', 'FI', 'RECEIVED', now(), now()
                  from staff s join staff_account a on a.staff_id = s.id and a.username = 'lehto' join building b on b.crew_id = s.crew_id
                  join home h on h.building_id = b.id join tenancy t on t.home_id = h.id join tenancy_resident tr on tr.tenancy_id = t.id
                  limit 1 returning *)
                insert into work_order (number, fault_id, crew_id, state, urgency, created_at)
                select 'W-26-T' || substr(gen_random_uuid()::text, 1, 8), f.id, b.crew_id, 'NEW', 'P1', now() from f join building b on b.id = f.building_id
                returning id""", UUID.class));
    }

    private static String state(UUID work) {
        return Objects.requireNonNull(
                owner().queryForObject("select state::text from work_order where id = ?", String.class, work));
    }

    private static void takeAlert(BrowserlessUIContext window) {
        press(window.find(NativeButton.class).withClassName("huge").all().getFirst());
    }
}
