package fi.kotiovi.backoffice.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRacksViewTest extends OfficeTest {
    @BeforeEach
    void laine_leads() {
        owner().update(
                        "insert into staff_has_role (staff_id, role) select staff_id, 'MANAGER' from staff_account where username = 'laine' on conflict do nothing");
    }

    @AfterEach
    void laine_works_at_the_desk() {
        owner().update(
                        "delete from staff_has_role where role = 'MANAGER' and staff_id = (select staff_id from staff_account where username = 'laine')");
        owner().update("delete from key_rack where name = 'ZZ'");
    }

    @Test
    void a_manager_hangs_a_rack_and_no_hook_goes_while_a_key_belongs_on_it() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyRacksView.class);
            laine.find(TextField.class).withLabel("Kirjain").single().setValue("zz");
            press(laine, "Lisää rivistö");
            assertThat(words(laine))
                    .contains("Rivistö ZZ on seinällä")
                    .contains("4 riviä, rivissä 10 koukkua, ei avaimia");
            laine.find(IntegerField.class).withLabel("Rivejä").all().get(1).setValue(1);
            laine.find(IntegerField.class)
                    .withLabel("Koukkuja rivissä")
                    .all()
                    .get(1)
                    .setValue(1);
            press(laine, "Muuta");
            assertThat(words(laine)).contains("Mitään ei muutettu. Poistuviin koukkuihin kuuluu");
        }
    }

    @Test
    void the_desk_sees_the_wall_and_changes_nothing() {
        laine_works_at_the_desk();
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(KeyRacksView.class);
            assertThat(words(laine))
                    .contains("Rivistö C")
                    .contains("Esihenkilö lisää ja muuttaa")
                    .containsPattern("tyhjä \\d+ · avain koukussa \\d+ · avaimet poissa \\d+");
            assertThat(spots(laine)).isZero();
            press(laine, "Katso koukkuja");
            assertThat(spots(laine)).isPositive();
            assertThat(laine.find(IntegerField.class).exists()).isFalse();
        }
    }

    private static long spots(BrowserlessUIContext window) {
        return window.find(Span.class).all().stream()
                .filter(span -> span.hasClassName("spot"))
                .count();
    }

    private static String words(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
