package fi.kotiovi.portal.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.portal.Residents;
import fi.kotiovi.vocabulary.KeyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderKeyViewTest extends Residents {
    @BeforeEach
    void nothing_is_asked_for() {
        owner().update("delete from key_wish where state = 'ASKED'");
    }

    @Test
    void a_key_is_ordered_in_writing_and_followed_on_the_own_page() {
        var aino = windowOf("aino");
        aino.navigate(OrderKeyView.class);
        assertThat(text(aino))
                .contains("Maksat avaimen itse")
                .contains("enintään kahdessa viikossa")
                .contains("Lehmuskuja");
        press(aino, "Tilaan avaimen ja maksan sen");
        var reason = aino.find(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).isEqualTo("Kirjoita muutamalla sanalla, mihin tarvitset avainta.");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<KeyKind> kind = aino.find(RadioButtonGroup.class).single();
        kind.setValue(KeyKind.STORAGE);
        reason.setValue("Varaston avain katkesi");
        press(aino, "Tilaan avaimen ja maksan sen");
        assertThat(text(aino)).contains("Tilaus on toimistossa").contains("Toimisto lukee");
        assertThat(owner().queryForObject("select pieces from key_wish where kind = 'STORAGE'", Integer.class))
                .isEqualTo(1);

        aino.navigate(OrderKeyView.class);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<KeyKind> again = aino.find(RadioButtonGroup.class).single();
        again.setValue(KeyKind.STORAGE);
        var why = aino.find(TextArea.class).single();
        why.setValue("Toinenkin tarvitaan");
        press(aino, "Tilaan avaimen ja maksan sen");
        assertThat(text(aino)).contains("Tällaista avainta on jo pyydetty kotiisi");
        assertThat(why.getValue()).isEqualTo("Toinenkin tarvitaan");

        aino.navigate(MyKeysView.class);
        press(aino, "Peru pyyntö");
        assertThat(text(aino)).contains("Pyyntö on peruttu").doesNotContain("Toimisto lukee");
    }

    @Test
    void whoever_is_not_on_the_lease_is_told_who_orders() {
        owner().update(
                        "update tenancy_resident set role = 'OTHER' where resident_id = (select resident_id from resident_account where username = 'elin')");
        try {
            var elin = windowOf("elin");
            elin.navigate(OrderKeyView.class);
            assertThat(text(elin)).contains("hyresavtalet");
            assertThat(elin.find(TextArea.class).exists()).isFalse();
        } finally {
            owner().update(
                            "update tenancy_resident set role = 'MAIN' where resident_id = (select resident_id from resident_account where username = 'elin')");
        }
    }
}
