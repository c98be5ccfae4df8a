package fi.kotiovi.backoffice.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.backoffice.contact.CallView;
import fi.kotiovi.backoffice.shell.DeniedView;
import fi.kotiovi.backoffice.shell.NotFoundView;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchViewTest extends OfficeTest {
    private static final String FIRST_MESSAGE =
            "select m.id from contact_message m join contact c on c.id = m.contact_id where c.subject = 'Autopaikan vaihto' order by m.id limit 1";

    @AfterEach
    void nobody_has_looked() {
        owner().update("delete from unmasking");
    }

    @Test
    void one_field_finds_people_messages_homes_and_articles_with_a_wrong_letter() {
        try (var office = office()) {
            var aalto = office.newUser(signedIn("aalto")).newWindow();
            aalto.navigate(SearchView.class);
            assertThat(text(aalto)).contains("Viestit, Asukkaat, Kodit");
            type(aalto, "autopaikkojen");
            assertThat(text(aalto)).contains("Viestit", "Autopaikan vaihto", "Ohjeet", "Autopaikka");
            type(aalto, "aino karuh");
            assertThat(text(aalto)).contains("Asukkaat", "Aino Karhu");
            type(aalto, "lehmuskja 4");
            assertThat(text(aalto)).contains("Kodit", "Lehmuskuja 4");
            type(aalto, "zzzzqqq");
            assertThat(text(aalto)).contains("Haulla ”zzzzqqq” ei löytynyt mitään.");
        }
    }

    @Test
    void a_crew_sees_no_message_no_resident_and_no_key() {
        try (var office = office()) {
            var lehto = office.newUser(signedIn("lehto")).newWindow();
            lehto.navigate(SearchView.class);
            assertThat(text(lehto)).contains("Vikailmoitukset, Ohjeet").doesNotContain("Viestit");
            type(lehto, "autopaikkojen");
            assertThat(text(lehto)).doesNotContain("Autopaikan vaihto");
            type(lehto, "Aino Karhu");
            assertThat(text(lehto)).doesNotContain("Asukkaat");
            UI.getCurrent().navigate("contacts/" + contact());
            assertThat(lehto.getCurrentView()).isInstanceOfAny(NotFoundView.class, DeniedView.class);
        }
    }

    @Test
    void a_hit_leads_to_its_page_and_a_person_to_the_call() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(SearchView.class);
            type(oja, "Aino Karhu");
            var link = oja.findInView(Anchor.class).all().stream()
                    .filter(one -> one.getText().equals("Aino Karhu"))
                    .findFirst()
                    .orElseThrow();
            assertThat(link.getHref()).isEqualTo("call?who=Aino+Karhu");
            oja.getUI().navigate("call", QueryParameters.of("who", "Aino Karhu"));
            assertThat(oja.getCurrentView()).isInstanceOf(CallView.class);
            assertThat(text(oja)).contains("Lehmuskuja 4");
        }
    }

    @Test
    void what_is_masked_is_shown_to_whoever_says_why() {
        var message = Objects.requireNonNull(owner().queryForObject(FIRST_MESSAGE, UUID.class));
        var before = Objects.requireNonNull(
                owner().queryForObject("select body from contact_message where id = ?", String.class, message));
        owner().update("update contact_message set body = 'Tunnukseni on 131052-308T.' where id = ?", message);
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            UI.getCurrent().navigate("contacts/" + contact());
            assertThat(text(oja)).contains("131052-****", "Näytä peitetty").doesNotContain("308T");
            press(oja, "Näytä peitetty");
            oja.find(TextArea.class, oja.find(Dialog.class).single())
                    .single()
                    .setValue("Tarkistan nimen väestötiedoista");
            press(oja, "Näytä");
            assertThat(text(oja)).contains("131052-308T");
            assertThat(owner().queryForList("select reason from unmasking", String.class))
                    .isEqualTo(List.of("Tarkistan nimen väestötiedoista"));
        } finally {
            owner().update("update contact_message set body = ? where id = ?", before, message);
        }
    }

    private static String contact() {
        return String.valueOf(owner().queryForObject(
                        "select c.number from contact c join contact_message m on m.contact_id = c.id where m.id = ("
                                + FIRST_MESSAGE + ")",
                        String.class));
    }

    private static void type(BrowserlessUIContext window, String words) {
        window.findInView(TextField.class).single().setValue(words);
    }

    private static String text(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
