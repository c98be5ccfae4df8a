package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestionBoxTest extends OfficeTest {
    @AfterEach
    void everybody_hands_back() {
        owner().update("delete from staff_draft");
        owner().update("delete from suggestion");
        owner().update(
                        "update contact set state = 'NEW', owner_id = null, lease_until = null, skips = 0, mark = null where state = 'TAKEN' or skips > 0");
    }

    @Test
    void one_press_puts_a_suggestion_into_the_answer_and_sends_nothing() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            var inHand = Objects.requireNonNull(
                    owner().queryForObject("select id from contact where state = 'TAKEN'", UUID.class));
            var before = owner().queryForMap("select subject, language::text from contact where id = ?", inHand);
            owner().update("update contact set subject = 'Lisäavain pojalle', language = 'FI' where id = ?", inHand);
            try {
                takesWhatIsSuggested(office.newUser(signedIn("oja")).newWindow(), inHand);
            } finally {
                owner().update(
                                "update contact set subject = ?, language = ?::language where id = ?",
                                before.get("subject"),
                                before.get("language"),
                                inHand);
            }
        }
    }

    private static void takesWhatIsSuggested(BrowserlessUIContext oja, UUID contact) {
        oja.navigate(QueueView.class);
        assertThat(text(oja)).contains("Ehdotuksia vastaukseen", "Lisäavaimen tilaaminen");
        answer(oja).setValue("Hei!");
        press(oja.findInView(NativeButton.class)
                .withText("Ota vastaukseen")
                .all()
                .getFirst());
        assertThat(answer(oja).getValue()).startsWith("Hei!\n\n");
        assertThat(owner().queryForObject("select count(*) from suggestion where used_at is not null", Integer.class))
                .isEqualTo(1);
        assertThat(owner().queryForObject("select state::text from contact where id = ?", String.class, contact))
                .isEqualTo("TAKEN");
    }

    private static TextArea answer(BrowserlessUIContext window) {
        return window.findInView(TextArea.class).single();
    }

    private static String text(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
