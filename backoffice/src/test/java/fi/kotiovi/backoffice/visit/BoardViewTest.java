package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.CancelReason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoardViewTest extends BoardTest {
    @Test
    void the_panel_says_who_comes_what_helps_and_what_has_happened() {
        owner().update("update visit set proxy_name = 'Eeva Esimerkki', needs = '{SEATED}' where id = ?", visit);
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            var panel = laine.find(BoardPanel.class).single();
            assertThat(panel.getElement().getTextRecursively())
                    .contains("Muu asia · varattu")
                    .contains("Eeva Esimerkki")
                    .contains("Tuoli jonottaessa")
                    .contains("tiski 1");
            press(laine, "Sulje");
            assertThat(laine.find(BoardPanel.class).exists()).isFalse();
        }
    }

    @Test
    void a_visit_is_called_off_with_a_reason_beside_the_field_when_it_is_missing() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            press(laine, "Peru käynti");
            press(laine, "Peru ja kerro asukkaalle");
            RadioButtonGroup<CancelReason> reason = reason(laine);
            assertThat(reason.isInvalid()).isTrue();
            laine.test(reason).selectItem("Muu syy omin sanoin");
            press(laine, "Peru ja kerro asukkaalle");
            var words = laine.find(TextArea.class).single();
            assertThat(words.isInvalid()).isTrue();
            laine.test(words).setValue("Vesivahinko toimistolla");
            press(laine, "Peru ja kerro asukkaalle");
            assertThat(owner().queryForObject(
                                    "select state || ' ' || cancel_reason || ' ' || cancel_words from visit where id = ?",
                                    String.class,
                                    visit))
                    .isEqualTo("CANCELLED_OFFICE OTHER Vesivahinko toimistolla");
            assertThat(mails("VISIT_CANCELLED")).isEqualTo(1);
            assertThat(laine.find(BoardCard.class).exists()).isFalse();
        }
    }

    @Test
    void instead_of_calling_it_off_another_time_is_one_press_away() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            press(laine, "Peru käynti");
            press(laine.find(NativeButton.class).withClassName("line").all().stream()
                    .filter(button -> button.getText().contains(" klo "))
                    .findFirst()
                    .orElseThrow());
            assertThat(standsAt()).isNotEqualTo(wall("10:00"));
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void a_free_place_books_there_at_that_counter() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(named(laine, "13.00, tiski 2, vapaa. Varaa tähän"));
            laine.test(laine.find(TextField.class).withLabel("Kuka?").single()).setValue("Elin Lindroth");
            press(laine, "Varaa");
            assertThat(owner().queryForObject(
                                    "select v.local_start::text || ' ' || c.number from visit v join counter c on c.id = v.counter_id"
                                            + " join resident r on r.id = v.resident_id where r.family_name = 'Lindroth'"
                                            + " and r.given_name = 'Elin' and v.state = 'BOOKED'",
                                    String.class))
                    .isEqualTo(day + " 13:00:00 2");
            assertThat(laine.find(BoardCard.class).all()).hasSize(2);
        }
    }

    @Test
    void the_address_keeps_day_week_and_counter_and_a_wrong_one_leads_to_today() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "&mode=week&counter=1");
            assertThat(laine.find(H1.class).single().getText()).startsWith("Viikko");
            assertThat(card(laine)).isNotNull();
            at(laine, "&mode=week&counter=2");
            assertThat(laine.find(BoardCard.class).exists()).isFalse();
            press(laine, "Päivä");
            assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                    .contains("day=" + day)
                    .contains("counter=2")
                    .doesNotContain("mode");
            UI.getCurrent().navigate("board", QueryParameters.fromString("day=yesterday&counter=99"));
            assertThat(laine.find(H1.class).single().getText())
                    .contains(LocalDate.now(Helsinki.ZONE).getDayOfMonth() + ".");
        }
    }

    @Test
    void what_is_shut_says_why() {
        owner().update(
                        "insert into counter_capacity (office_id, occasion, day, opens, closes, counters, staff_only, valid)"
                                + " values (?, 'DAY', ?, '09:00', '15:00', 1, 0, daterange(null, null))",
                        office,
                        day);
        owner().update(
                        "insert into closure (office_id, during, reason_fi, reason_sv, reason_en)"
                                + " values (?, tstzrange(?::timestamptz, ?::timestamptz), 'Remontti', 'Renovering', 'Renovation')",
                        office,
                        day.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime(),
                        day.plusDays(2).atStartOfDay(Helsinki.ZONE).toOffsetDateTime());
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            assertThat(text(laine)).contains("Tiski ei ole auki");
            press(laine, "›");
            assertThat(text(laine)).contains("Remontti");
            assertThat(laine.find(NativeButton.class).withClassName("free").exists())
                    .isFalse();
        }
    }
}
