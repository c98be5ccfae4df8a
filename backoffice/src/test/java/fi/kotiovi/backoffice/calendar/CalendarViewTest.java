package fi.kotiovi.backoffice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarViewTest extends OfficeTest {
    @Test
    void the_lead_cuts_the_hours_and_sees_the_week_and_whom_it_hits_at_once() {
        try (var office = office()) {
            bookedForTheEvening();
            var virta = office.newUser(signedIn("virta")).newWindow();
            virta.navigate(CalendarView.class);
            for (var day : weekdays(virta)) {
                day.setValue("9–10");
            }
            saveWeek(virta);
            press(virta, "›");
            assertThat(week(virta)).contains("9.00–10.00").doesNotContain("14.00");
            assertThat(virta.find(Article.class).withClassName("displaced").all())
                    .hasSize(1);
            for (var day : weekdays(virta)) {
                day.setValue("9–15");
            }
            saveWeek(virta);
            assertThat(week(virta)).contains("9.00–15.00");
        }
    }

    @Test
    void hours_nobody_can_read_are_said_beside_the_field_and_stay_there() {
        try (var office = office()) {
            var virta = office.newUser(signedIn("virta")).newWindow();
            virta.navigate(CalendarView.class);
            var monday = weekdays(virta).getFirst();
            monday.setValue("aamusta iltaan");
            saveWeek(virta);
            assertThat(monday.isInvalid()).isTrue();
            assertThat(monday.getErrorMessage()).startsWith("Kirjoita ajat näin");
            assertThat(monday.getValue()).isEqualTo("aamusta iltaan");
        }
    }

    @Test
    void a_clerk_sees_the_week_and_changes_nothing() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(CalendarView.class);
            assertThat(week(laine)).isNotBlank();
            assertThat(laine.find(NativeButton.class).withText("Tallenna").exists())
                    .isFalse();
        }
    }

    /** A visit in the evening a week from now, of somebody who has none of its kind. */
    private static void bookedForTheEvening() {
        assertThat(owner().update("""
                        insert into visit (number, office_id, counter_id, visit_type_code, resident_id, state, during, local_start, zone, created_at)
                        select 'V-26-T' || substr(gen_random_uuid()::text, 1, 8), s.office_id, c.id, 'OTHER', r.id, 'BOOKED',
                          tstzrange(t.at at time zone 'Europe/Helsinki', t.at at time zone 'Europe/Helsinki' + interval '15 minutes'),
                          t.at, 'Europe/Helsinki', now()
                        from staff_account a join staff s on s.id = a.staff_id join counter c on c.office_id = s.office_id and c.number = 1,
                          (select current_date + 7 + time '20:00' as at) t,
                          (select id from resident r where not exists (select from visit v where v.resident_id = r.id) limit 1) r
                        where a.username = 'virta'""")).isEqualTo(1);
    }

    private static List<TextField> weekdays(BrowserlessUIContext window) {
        window.activate();
        return window.find(WeekForm.class).single().days();
    }

    private static void saveWeek(BrowserlessUIContext window) {
        press(window, "Tallenna");
    }

    private static String week(BrowserlessUIContext window) {
        window.activate();
        return window.find(WeekGrid.class).single().getElement().getTextRecursively();
    }
}
