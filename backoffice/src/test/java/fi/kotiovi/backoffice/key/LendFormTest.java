package fi.kotiovi.backoffice.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LendFormTest extends OfficeTest {
    @Test
    void an_address_without_a_name_is_not_lent_to_the_crew() {
        var key = owner().queryForObject("""
                select k.id::text from key k
                join fault f on f.building_id = k.building_id join work_order w on w.fault_id = f.id
                where k.state = 'IN_STORE' and k.home_id is null and w.state not in ('DONE', 'CANCELLED')
                  and k.office_id = (select s.office_id from staff s join staff_account a on a.staff_id = s.id
                    where a.username = 'laine')
                order by k.tag limit 1""", String.class);
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyView.class, Map.of("id", key));
            var email = laine.find(EmailField.class).single();
            email.setValue("lukko@contractor.example");
            press(laine, "Lainaa avain");
            var name = laine.find(TextField.class).withLabel("Urakoitsija").single();
            assertThat(name.isInvalid()).isTrue();
            assertThat(name.getErrorMessage()).isEqualTo("Kirjoita urakoitsijan nimi.");
            assertThat(email.getValue()).isEqualTo("lukko@contractor.example");
            assertThat(owner().queryForObject(
                                    "select count(*) from key_loan where key_id = ?::uuid and returned_at is null",
                                    Integer.class,
                                    key))
                    .isZero();
        }
    }
}
