package fi.kotiovi.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.portal.Residents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffersTest extends Residents {
    @AfterEach
    void nothing_is_half_written() {
        owner().update("delete from draft");
    }

    @Test
    void what_may_help_is_offered_while_writing_and_ends_it_when_it_helped() {
        var before = contacts();
        var aino = windowOf("aino");
        aino.navigate(WriteContactView.class);
        assertThat(text(aino)).doesNotContain("Voisiko tästä olla apua?");
        write(aino, "Hei, avain katosi eilen bussiin. Mitä teen?");
        assertThat(text(aino)).contains("Voisiko tästä olla apua?", "Avain on kadonnut");
        press(aino, "Tämä auttoi, viestiä ei tarvita");
        assertThat(text(aino)).contains("Hienoa, että asia selvisi");
        assertThat(contacts()).as("nothing is queued").isEqualTo(before);

        aino.navigate(WriteContactView.class);
        assertThat(aino.find(TextArea.class).single().getValue()).isEmpty();
        assertThat(owner().queryForObject(
                                "select count(*) from suggestion where used_at is not null and place = 'PORTAL'",
                                Integer.class))
                .isPositive();
    }

    @Test
    void at_most_three_are_offered_and_thanks_get_none() {
        var aino = windowOf("aino");
        aino.navigate(WriteContactView.class);
        write(aino, "Avain, sauna, autopaikka, koira, vuokra, melu, jätteet ja palovaroitin ovat kaikki mielessä.");
        assertThat(offers(aino)).isEqualTo(3);
        write(aino, "Kiitos kaikesta ja mukavaa viikonloppua kaikille!");
        assertThat(offers(aino)).isZero();
    }

    @Test
    void an_identity_code_is_noticed_and_one_tap_takes_it_out() {
        var aino = windowOf("aino");
        aino.navigate(WriteContactView.class);
        write(aino, "Tunnukseni on 131052-308T, kiitos.");
        assertThat(text(aino)).contains("Huomasimme viestissäsi: henkilötunnus");
        press(aino, "Ota pois");
        assertThat(aino.find(TextArea.class).single().getValue()).isEqualTo("Tunnukseni on, kiitos.");
        assertThat(text(aino)).doesNotContain("Huomasimme viestissäsi");
        aino.navigate(WriteContactView.class);
        assertThat(aino.find(TextArea.class).single().getValue())
                .as("the draft forgets it too")
                .isEqualTo("Tunnukseni on, kiitos.");
        aino.find(TextField.class).single().setValue("Tili FI21 1234 5600 0007 85");
        assertThat(text(aino)).contains("Huomasimme viestissäsi: tilinumero");
        press(aino, "Ota pois");
        assertThat(aino.find(TextField.class).single().getValue()).isEqualTo("Tili");
        write(aino, "Soita 040 123 4567, vika F-26-004711, 3.12.2026, Lehmuskuja 4 B 27.");
        assertThat(text(aino)).doesNotContain("Huomasimme viestissäsi");
    }

    private static void write(BrowserlessUIContext window, String words) {
        window.find(TextArea.class).single().setValue(words);
    }

    private static long offers(BrowserlessUIContext window) {
        return window.findInView(NativeButton.class).all().stream()
                .filter(button -> button.getText().equals("Tämä auttoi, viestiä ei tarvita"))
                .count();
    }

    private static int contacts() {
        var count = owner().queryForObject("select count(*) from contact", Integer.class);
        return count == null ? 0 : count;
    }
}
