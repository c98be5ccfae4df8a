package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.ContactQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HeldAnswerTest extends OfficeTest {
    @Autowired
    private ContactQueue queue;

    @AfterEach
    void everybody_hands_back() {
        owner().update("delete from staff_draft");
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null, skips = 0, mark = null,"
                + " reserved_for = null, reserved_until = null where state = 'TAKEN'");
    }

    @Test
    void an_answer_is_held_back_and_is_to_be_written_on() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            var contact = as("oja", queue::inHand).orElseThrow().id();
            answer(oja).setValue("Väärälle asukkaalle");
            press(oja, "Lähetä ja sulje");
            var held = oja.find(HeldAnswer.class).single();
            assertThat(held.getElement().getTextRecursively()).contains("Vastaus lähtee hetken päästä", "10");
            assertThat(as("oja", queue::inHand)).isEmpty();
            press(oja, "Peru lähetys");
            assertThat(oja.find(HeldAnswer.class).all()).isEmpty();
            assertThat(as("oja", queue::inHand).orElseThrow().id()).isEqualTo(contact);
            assertThat(answer(oja).getValue()).isEqualTo("Väärälle asukkaalle");
        }
    }

    @Test
    void a_question_leaves_the_hand_and_waits_for_the_resident() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            var contact = as("oja", queue::inHand).orElseThrow().id();
            answer(oja).setValue("Minkä oven avain?");
            press(oja, "Kysy lisää");
            assertThat(oja.find(HeldAnswer.class).single().getElement().getTextRecursively())
                    .contains("Kysymys lähtee hetken päästä");
            assertThat(owner().queryForObject("select state::text from contact where id = ?", String.class, contact))
                    .isEqualTo("WAITING_RESIDENT");
        }
        owner().update("update contact set state = 'NEW', minutes_left = null, handled_by = null"
                + " where state = 'WAITING_RESIDENT'");
    }

    private static TextArea answer(BrowserlessUIContext window) {
        return window.find(TextArea.class).withLabel("Vastaus asukkaalle").single();
    }
}
