package fi.kotiovi.backoffice.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.source.ContactIntake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SourcesViewTest extends OfficeTest {
    @Autowired
    private ContactIntake intake;

    @BeforeEach
    void noneOfOurs() {
        owner().update("update contact_source set name = 'Vanha ' || id, ended_at = coalesce(ended_at, now())");
    }

    @Test
    void a_key_is_shown_once_and_can_be_changed_and_ended() {
        try (var office = office()) {
            var virta = office.newUser(signedIn("virta")).newWindow();
            virta.navigate(SourcesView.class);
            press(virta, "Luo lähde ja avain");
            assertThat(name(virta).getErrorMessage()).isEqualTo("Kirjoita nimi.");
            name(virta).setValue("Verkkolomake");
            press(virta, "Luo lähde ja avain");
            var first = key(virta, "Avain: Verkkolomake");
            assertThat(intake.refusal(first)).isEmpty();
            press(virta, "Olen tallentanut avaimen");
            assertThat(texts(virta)).doesNotContain(first).contains("Verkkolomake");

            press(virta, "Vaihda avain");
            press(virta.find(NativeButton.class).withText("Vaihda avain").all().getLast());
            var second = key(virta, "Avain: Verkkolomake");
            assertThat(intake.refusal(first)).isPresent();
            assertThat(intake.refusal(second)).isEmpty();

            press(virta, "Lopeta");
            press(virta.find(NativeButton.class).withText("Lopeta").all().getLast());
            assertThat(intake.refusal(second)).isPresent();
            assertThat(texts(virta)).contains("Lopetettu");
        }
    }

    private static TextField name(BrowserlessUIContext window) {
        return window.find(TextField.class).withLabel("Nimi").single();
    }

    private static String key(BrowserlessUIContext window, String label) {
        return window.find(TextField.class).withLabel(label).single().getValue();
    }

    private static String texts(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
