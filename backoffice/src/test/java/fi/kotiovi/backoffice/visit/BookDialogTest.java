package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.contact.QueueView;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.backoffice.workorder.WorkView;
import org.junit.jupiter.api.Test;

class BookDialogTest extends OfficeTest {
    @Test
    void a_caller_is_found_and_booked_for_from_whatever_page_is_open() {
        owner().update(
                        "update visit set state = 'CANCELLED_OFFICE' where state in ('BOOKED', 'CHECKED_IN', 'SERVING')");
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(QueueView.class);
            press(laine, "Varaa käynti");
            laine.test(laine.find(TextField.class).withLabel("Kuka?").single()).setValue("Elin Lindroth");
            press(laine, "Varaa");
            assertThat(owner().queryForObject(
                                    "select count(*) from visit v join resident r on r.id = v.resident_id"
                                            + " where r.given_name = 'Elin' and r.family_name = 'Lindroth'"
                                            + " and v.state = 'BOOKED' and v.visit_type_code = 'OTHER'",
                                    Integer.class))
                    .isEqualTo(1);
            press(laine, "Varaa käynti");
            laine.test(laine.find(TextField.class).withLabel("Kuka?").single()).setValue("Elin Lindroth");
            press(laine, "Varaa");
            assertThat(laine.find(Paragraph.class)
                            .withClassName("problem")
                            .single()
                            .getText())
                    .contains("Elin on jo varannut");
        }
    }

    @Test
    void a_crew_books_for_nobody() {
        try (var office = office()) {
            var crew = office.newUser(signedIn("lehto")).newWindow();
            crew.navigate(WorkView.class);
            assertThat(crew.find(NativeButton.class).withText("Varaa käynti").all())
                    .isEmpty();
        }
    }
}
