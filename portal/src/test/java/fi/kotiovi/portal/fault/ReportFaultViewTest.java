package fi.kotiovi.portal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.portal.Residents;
import fi.kotiovi.portal.shell.NotFoundView;
import fi.kotiovi.vocabulary.EntryConsent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFaultViewTest extends Residents {
    @Test
    void somebody_with_no_danger_answers_four_questions_and_gets_a_number() {
        var matti = windowOf("matti");
        report(matti, "Hana tippuu yötä päivää.");

        assertThat(matti.getCurrentView()).isInstanceOf(FaultView.class);
        assertThat(matti.find(H1.class).single().getText()).isEqualTo("Hana tippuu");
        assertThat(matti.find(Span.class).all().stream().map(Span::getText))
                .anyMatch(text -> text.matches("F-\\d\\d-\\d{6}"));
    }

    @Test
    void what_is_missing_is_told_beside_the_field_and_nothing_typed_is_lost() {
        var omar = windowOf("omar");
        answerUntilDetails(omar);
        omar.find(TextField.class).all().getFirst().setValue("123");
        press(omar, "Send the report");

        var description = omar.find(TextArea.class).single();
        assertThat(description.isInvalid()).isTrue();
        assertThat(description.getErrorMessage()).contains("few words");
        assertThat(consent(omar).isInvalid()).isTrue();
        assertThat(omar.find(TextField.class).all().getFirst().getErrorMessage())
                .contains("phone number");
        assertThat(omar.find(TextField.class).all().getFirst().getValue()).isEqualTo("123");
    }

    @Test
    void a_reload_finds_the_report_as_far_as_it_was_written() {
        var matti = windowOf("matti");
        answerUntilDetails(matti);
        var typed = "Tippuu 💧 <b>lujaa</b> מים '; drop table fault; --";
        matti.find(TextArea.class).single().setValue(typed);

        var again = windowOf("matti");
        again.navigate(ReportFaultView.class, Map.of("step", "details"));
        assertThat(again.find(TextArea.class).single().getValue()).isEqualTo(typed);
    }

    @Test
    void what_no_database_can_keep_costs_none_of_the_rest() {
        var matti = windowOf("matti");
        answerUntilDetails(matti);
        matti.find(TextField.class).all().getLast().setValue("Ma\0nantaina\ud800");
        finish(matti, "Hana \0tippuu \ud83dyhä 🚿\udc00.");
        assertThat(matti.getCurrentView()).isInstanceOf(FaultView.class);
        assertThat(text(matti)).contains("Hana tippuu yhä 🚿.");
    }

    @Test
    void thanks_give_way_as_soon_as_somebody_has_the_work() {
        var matti = windowOf("matti");
        report(matti, "Hana tippuu.");
        assertThat(text(matti)).contains("Kiitos, ilmoitus on perillä");

        var aino = windowOf("aino");
        aino.navigate(MyFaultsView.class);
        var taken = aino.find(FaultCard.class).all().stream()
                .filter(card -> !card.getElement().getTextRecursively().contains("Vastaanotettu"))
                .findFirst()
                .orElseThrow();
        aino.getUI().navigate(taken.getHref().substring(1), QueryParameters.fromString("new"));
        assertThat(aino.getCurrentView()).isInstanceOf(FaultView.class);
        assertThat(text(aino)).doesNotContain("Kiitos, ilmoitus on perillä");
    }

    @Test
    void water_on_the_floor_skips_what_is_known_already() {
        var aino = windowOf("aino");
        aino.navigate(ReportFaultView.class);
        press(aino, "Vettä tulee, enkä saa sitä loppumaan");
        press(aino, "Keittiö");
        assertThat(aino.find(H1.class).single().getText()).isEqualTo("Kerro vielä tämä");
    }

    @Test
    void somebody_elses_fault_looks_like_no_fault_at_all() {
        var matti = windowOf("matti");
        report(matti, "Hana tippuu.");
        var address = matti.getUI().getActiveViewLocation().getPath();

        var omar = windowOf("omar");
        omar.getUI().navigate(address);
        assertThat(omar.getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    private static void report(BrowserlessUIContext window, String words) {
        answerUntilDetails(window);
        finish(window, words);
    }

    private static void finish(BrowserlessUIContext window, String words) {
        window.find(TextArea.class).single().setValue(words);
        consent(window).setValue(EntryConsent.YES);
        press(window, "Lähetä ilmoitus");
    }

    private static void answerUntilDetails(BrowserlessUIContext window) {
        window.navigate(ReportFaultView.class);
        pressLast(window);
        pressNth(window, "tile", 0);
        pressNth(window, "tile", 0);
        pressNth(window, "line", 4);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<EntryConsent> consent(BrowserlessUIContext window) {
        return window.find(RadioButtonGroup.class).all().getFirst();
    }
}
