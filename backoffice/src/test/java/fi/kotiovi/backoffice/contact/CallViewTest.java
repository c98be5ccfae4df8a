package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.fault.FaultCatalogue.Place;
import fi.kotiovi.domain.fault.FaultCatalogue.Problem;
import fi.kotiovi.vocabulary.EntryConsent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallViewTest extends OfficeTest {
    @AfterEach
    void nobodyWaitsForUs() {
        owner().update(
                        "update contact set state = 'CLOSED', closed_at = now() where state = 'NEW' and channel = 'PHONE' and arrived_at > now() - interval '1 hour'");
    }

    @Test
    void whoever_calls_is_found_and_the_call_is_solved_with_one_key() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(CallView.class);
            oja.find(TextField.class).withLabel("Kuka soittaa?").single().setValue("Aino Karhu");
            assertThat(oja.find(ResidentCard.class).single().getElement().getTextRecursively())
                    .contains("Aino Karhu")
                    .contains("Avoimet viat");
            var body = oja.find(TextArea.class).single();
            press(oja, "Ratkesi puhelussa");
            assertThat(body.isInvalid()).isTrue();
            assertThat(body.getErrorMessage()).isEqualTo("Kirjoita, mistä puhelussa oli kyse.");
            body.setValue("Kysyi saunavuoroa, neuvottu.");
            @SuppressWarnings("unchecked")
            Select<Topic> topic = oja.find(Select.class).single();
            topic.setValue(topic.getListDataView().getItem(0));
            press(oja, "Ratkesi puhelussa");
            assertThat(body.getValue()).isEmpty();
            assertThat(oja.find(ResidentCard.class).exists()).isFalse();
            assertThat(owner().queryForObject("""
                            select c.state::text || ' ' || r.given_name from contact c join resident r on r.id = c.resident_id
                            where c.subject = 'Kysyi saunavuoroa, neuvottu.'""", String.class)).isEqualTo("CLOSED Aino");
        }
    }

    @Test
    void nobody_we_know_can_call_too_and_is_called_back() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(CallView.class);
            oja.find(TextField.class).withLabel("Kuka soittaa?").single().setValue("Olematon Henkilö");
            var phone = oja.find(TextField.class)
                    .withLabel("Mihin voi soittaa takaisin?")
                    .single();
            phone.setValue("numero");
            oja.find(TextArea.class).single().setValue("Kysyi vapaita asuntoja.");
            @SuppressWarnings("unchecked")
            Select<Topic> topic = oja.find(Select.class).single();
            topic.setValue(topic.getListDataView().getItem(0));
            press(oja, "Jonoon vastattavaksi");
            assertThat(phone.isInvalid()).isTrue();
            assertThat(oja.find(TextArea.class).single().getValue()).isEqualTo("Kysyi vapaita asuntoja.");
            phone.setValue("040 123 4567");
            press(oja, "Jonoon vastattavaksi");
            assertThat(owner().queryForObject(
                                    "select state::text || ' ' || caller_phone from contact where subject = 'Kysyi vapaita asuntoja.'",
                                    String.class))
                    .isEqualTo("NEW +358401234567");
        }
    }

    @Test
    void a_call_about_a_fault_is_filed_with_what_was_said_and_closed() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(CallView.class);
            oja.find(TextField.class).withLabel("Kuka soittaa?").single().setValue("Aino Karhu");
            oja.find(TextArea.class).single().setValue("Keittiön hana tippuu.");
            press(oja, "Vika, huollolle");
            var dialog = oja.find(Dialog.class).single();
            assertThat(oja.find(TextArea.class, dialog).single().getValue()).isEqualTo("Keittiön hana tippuu.");
            press(oja, "Tee vikailmoitus ja päätä puhelu");
            @SuppressWarnings("unchecked")
            Select<Place> place =
                    oja.find(Select.class, dialog).withLabel("Missä vika on?").single();
            assertThat(place.getErrorMessage()).isEqualTo("Valitse paikka.");
            place.setValue(place.getListDataView()
                    .getItems()
                    .filter(one -> one.code().equals("KITCHEN"))
                    .findFirst()
                    .orElseThrow());
            @SuppressWarnings("unchecked")
            ComboBox<Problem> problem = oja.find(ComboBox.class, dialog).single();
            problem.setValue(problem.getListDataView()
                    .getItems()
                    .filter(one -> one.code().equals("WATER_LEAK_TAP_DRIPS"))
                    .findFirst()
                    .orElseThrow());
            @SuppressWarnings("unchecked")
            Select<EntryConsent> consent = oja.find(Select.class, dialog)
                    .withLabel("Saako tulla yleisavaimella?")
                    .single();
            consent.setValue(EntryConsent.YES);
            press(oja, "Tee vikailmoitus ja päätä puhelu");
            assertThat(oja.find(Dialog.class).exists()).isFalse();
            assertThat(oja.find(TextArea.class).single().getValue()).isEmpty();
            assertThat(owner().queryForObject("""
                            select c.state || ' ' || f.source || ' ' || (m.body like '%' || f.number || '%')
                            from fault f join contact c on c.resident_id = f.resident_id and c.subject = f.description
                            join contact_message m on m.contact_id = c.id where f.description = 'Keittiön hana tippuu.'""", String.class)).isEqualTo("CLOSED PHONE true");
        }
    }
}
