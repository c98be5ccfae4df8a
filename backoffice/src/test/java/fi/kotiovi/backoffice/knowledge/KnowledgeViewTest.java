package fi.kotiovi.backoffice.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.NotFoundView;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeViewTest extends OfficeTest {
    @AfterEach
    void only_the_first_versions_are_left() {
        owner().update("update article set published = 1");
        owner().update("delete from article_text where version > 1");
        owner().update("delete from article_version where version > 1");
    }

    @Test
    void the_list_begins_with_what_is_due_and_is_found_by_bent_words() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(KnowledgeView.class);
            assertThat(text(oja)).contains("Tarkistettavana 1", "Autopaikka", "Maksuvaikeus");
            oja.find(Checkbox.class).single().setValue(true);
            assertThat(text(oja)).contains("Autopaikka").doesNotContain("Palovaroitin");
            oja.find(Checkbox.class).single().setValue(false);
            words(oja).setValue("varoittimen");
            assertThat(text(oja)).contains("Palovaroitin").doesNotContain("Pyörävarasto");
        }
    }

    @Test
    void an_agent_proposes_and_a_manager_publishes() {
        try (var office = office()) {
            var article = article("Palovaroitin");
            var oja = office.newUser(signedIn("oja")).newWindow();
            UI.getCurrent().navigate("knowledge/" + article);
            assertThat(buttons(oja)).contains("Tallenna ehdotuksena").doesNotContain("Tallenna ja julkaise");
            oja.find(TextArea.class).all().getFirst().setValue("Uusi teksti.");
            press(oja, "Tallenna ehdotuksena");
            assertThat(text(oja)).contains("Versio 2 odottaa julkaisua");
            assertThat(published(article)).isEqualTo(1);

            var virta = office.newUser(signedIn("virta")).newWindow();
            UI.getCurrent().navigate("knowledge/" + article);
            press(virta, "Julkaise versio 2");
            assertThat(published(article)).isEqualTo(2);
            assertThat(text(virta)).contains("Versio 2 on julkaistu");
        }
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost() {
        try (var office = office()) {
            var virta = office.newUser(signedIn("virta")).newWindow();
            UI.getCurrent().navigate("knowledge/new");
            var title = virta.findInView(TextField.class).all().getFirst();
            title.setValue("Vain suomeksi");
            press(virta, "Tallenna ja julkaise");
            assertThat(title.getValue()).isEqualTo("Vain suomeksi");
            assertThat(title.isInvalid()).isFalse();
            assertThat(virta.find(TextArea.class).all().getFirst().getErrorMessage())
                    .isEqualTo("Kirjoita teksti.");
        }
    }

    @Test
    void a_foreman_reads_and_writes_nothing() {
        try (var office = office()) {
            var niemi = office.newUser(signedIn("niemi")).newWindow();
            UI.getCurrent().navigate("knowledge/" + article("Palovaroitin"));
            assertThat(text(niemi)).contains("soita 112");
            assertThat(niemi.find(TextArea.class).all()).isEmpty();
            UI.getCurrent().navigate("knowledge/new");
            assertThat(niemi.getCurrentView()).isInstanceOf(NotFoundView.class);
        }
    }

    private static TextField words(BrowserlessUIContext window) {
        return window.findInView(TextField.class).all().getFirst();
    }

    private static List<String> buttons(BrowserlessUIContext window) {
        return window.findInView(NativeButton.class).all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private static String text(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }

    private static String article(String title) {
        return String.valueOf(owner().queryForObject(
                        "select article_id::text from article_text where title = ? limit 1", String.class, title));
    }

    private static int published(String article) {
        return Objects.requireNonNull(
                owner().queryForObject("select published from article where id = ?::uuid", Integer.class, article));
    }
}
