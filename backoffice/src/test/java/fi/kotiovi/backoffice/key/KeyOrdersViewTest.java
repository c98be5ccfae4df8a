package fi.kotiovi.backoffice.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyOrdersViewTest extends OfficeTest {
    /** Aino asks for two keys to the laundry. */
    @BeforeEach
    void a_wish() {
        owner().update("update key_order set wish_id = null");
        owner().update("delete from key_wish");
        owner().update("update key_order set state = 'CANCELLED', closed_at = now() where closed_at is null");
        owner().update("""
                insert into key_wish (id, resident_id, home_id, kind, pieces, reason, asked_at)
                select uuidv7(), a.resident_id, t.home_id, 'LAUNDRY', 2, 'Pesutupaan molemmille', now()
                from resident_account a join tenancy_resident tr using (resident_id) join tenancy t on t.id = tr.tenancy_id
                where a.username = 'aino' and t.during @> current_date""");
    }

    @Test
    void what_a_resident_asked_for_is_ordered_with_one_press_key_by_key() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyOrdersView.class);
            assertThat(words(laine)).contains("Yksi asukas pyytää avainta").contains("Pesutupaan molemmille");
            press(laine, "Tilaa 2 avainta");
            assertThat(words(laine)).contains("Tilattu 2 avainta: E-").doesNotContain("Pesutupaan molemmille");
            assertThat(owner().queryForObject(
                                    "select count(*) from key_order o join key_wish w on w.id = o.wish_id where o.closed_at is null",
                                    Integer.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_no_without_a_reason_is_not_sent() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyOrdersView.class);
            press(laine, "Hylkää");
            var why = laine.find(TextField.class)
                    .withLabel("Miksi ei, asukkaalle luettavaksi")
                    .single();
            assertThat(why.isInvalid()).isTrue();
            why.setValue("Pesutuvassa on nyt sähkölukko");
            press(laine, "Hylkää");
            assertThat(words(laine)).contains("Asukas saa viestin ja perustelun");
            assertThat(owner().queryForObject(
                                    "select count(*) from notification where kind = 'KEY_WISH_DECLINED' and cause_id in (select id from key_wish)",
                                    Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_is_typed_beside_another_wish_stays_when_one_is_answered() {
        owner().update("""
                insert into key_wish (id, resident_id, home_id, kind, pieces, reason, asked_at)
                select uuidv7(), resident_id, home_id, 'STORAGE', 1, 'Varaston avain katkesi', now() from key_wish""");
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyOrdersView.class);
            assertThat(words(laine)).contains("2 asukasta pyytää avainta");
            laine.find(TextField.class)
                    .withLabel("Miksi ei, asukkaalle luettavaksi")
                    .all()
                    .get(1)
                    .setValue("Varastossa ei ole lukkoa");
            press(laine, "Tilaa 2 avainta");
            assertThat(words(laine))
                    .contains("Yksi asukas pyytää avainta")
                    .contains("Varaston avain katkesi")
                    .doesNotContain("Pesutupaan molemmille");
            press(laine, "Hylkää");
            assertThat(owner().queryForObject("select answer from key_wish where kind = 'STORAGE'", String.class))
                    .isEqualTo("Varastossa ei ole lukkoa");
        }
    }

    private static String words(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
