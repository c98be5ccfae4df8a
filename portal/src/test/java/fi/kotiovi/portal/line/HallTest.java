package fi.kotiovi.portal.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.portal.Residents;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HallTest extends Residents {
    @BeforeEach
    void numbersAreGivenAllDay() {
        owner().update("delete from ticket_event");
        owner().update("delete from ticket");
        owner().update("delete from line_knock");
        owner().update("delete from opening_hours where service = 'WALK_IN'");
        owner().update("""
                insert into opening_hours (office_id, service, iso_weekday, opens, closes, valid)
                select id, 'WALK_IN', d, '00:00', '23:59:59', '[2010-01-04,)' from office, generate_series(1, 7) d""");
    }

    @Test
    void a_number_is_taken_with_one_tap_and_its_page_shows_the_place() {
        var kiosk = kiosk();
        press(kiosk, "Muu asia");
        assertThat(text(kiosk)).contains("Vuoronumerosi", "Olet seuraava.");
        var secret = secret(kiosk);
        press(kiosk, "Valmis");
        assertThat(text(kiosk)).contains("Mitä asiasi koskee?", "Jonossa on yksi ihminen.");

        var phone = windowOf("aino");
        phone.navigate(PlaceView.class, Map.of("secret", secret));
        assertThat(text(phone)).contains("Olet jonossa", "Olet seuraava.", "Odotusaikaa ei voi vielä arvioida.");
        press(phone, "Poistu jonosta");
        press(phone, "Kyllä, poistun");
        assertThat(text(phone)).contains("Et ole enää jonossa");
        assertThat(text(phone)).doesNotContain("Poistu jonosta");
    }

    @Test
    void outside_the_hours_the_kiosk_says_when_next_and_still_lets_booked_visitors_in() {
        owner().update("delete from opening_hours where service = 'WALK_IN'");
        var kiosk = kiosk();
        assertThat(text(kiosk))
                .contains("Vuoronumeroita ei anneta juuri nyt", "Seuraavaa aukioloa ei ole vielä sovittu.");
        press(kiosk, "Minulla on varattu aika");
        kiosk.test(kiosk.find(TextField.class).single()).setValue("ABCD EFGH JKMN");
        press(kiosk, "Olen täällä");
        assertThat(text(kiosk)).contains("Koodia ei löydy");
    }

    @Test
    void an_empty_code_is_asked_for_and_the_keys_write_one() {
        var kiosk = kiosk();
        press(kiosk, "Minulla on varattu aika");
        press(kiosk, "Olen täällä");
        var field = kiosk.find(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        press(kiosk, "K");
        press(kiosk, "7");
        assertThat(field.getValue()).isEqualTo("K7");
        press(kiosk, "Poista merkki");
        assertThat(field.getValue()).isEqualTo("K");
    }

    @Test
    void each_visitor_speaks_their_own_language_and_the_next_one_begins_anew() {
        var kiosk = kiosk();
        press(kiosk, "Svenska");
        assertThat(text(kiosk)).contains("Vad gäller ditt ärende?");
        press(kiosk, "English");
        assertThat(text(kiosk)).contains("What is it about?");
    }

    @Test
    void nonsense_instead_of_a_telephone_number_is_said_and_kept() {
        var kiosk = kiosk();
        press(kiosk, "Muu asia");
        var phone = windowOf("aino");
        phone.navigate(PlaceView.class, Map.of("secret", secret(kiosk)));
        var field = phone.find(TextField.class).single();
        phone.test(field).setValue("soita äidille");
        press(phone, "Lähetä minulle viesti");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getValue()).isEqualTo("soita äidille");
        phone.test(field).setValue("040 123 4567");
        press(phone, "Lähetä minulle viesti");
        assertThat(owner().queryForObject("select count(*) from notification where kind = 'LINE_NEAR'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void the_board_shows_numbers_and_never_people() {
        press(kiosk(), "Muu asia");
        var wall = windowOf("omar");
        wall.navigate(DisplayView.class, Map.of("office", "west"));
        assertThat(text(wall)).contains("Waiting: 1", "B");
    }

    @Test
    void the_rules_are_there_to_read() {
        var aino = windowOf("aino");
        aino.navigate(RulesView.class, Map.of("office", "WEST"));
        assertThat(text(aino)).contains("aikaisintaan 15 minuuttia ennen", "viimeistään 10 minuuttia");
    }

    private BrowserlessUIContext kiosk() {
        var kiosk = windowOf("aino");
        kiosk.navigate(KioskView.class, Map.of("office", "WEST"));
        return kiosk;
    }

    private static String secret(BrowserlessUIContext kiosk) {
        var href = kiosk.find(Anchor.class).withClassName("phone-only").single().getHref();
        assertThat(kiosk.find(NativeButton.class).withClassName("idle").exists())
                .isTrue();
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
