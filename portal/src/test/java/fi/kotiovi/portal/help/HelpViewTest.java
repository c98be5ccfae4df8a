package fi.kotiovi.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.portal.Residents;
import fi.kotiovi.portal.shell.NotFoundView;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpViewTest extends Residents {
    @Test
    void help_is_listed_by_topic_without_what_is_for_the_office() {
        var aino = windowOf("aino");
        aino.navigate(HelpView.class);
        assertThat(text(aino))
                .contains("Lisäavaimen tilaaminen", "Autopaikka", "Sauna ja pesutupa")
                .doesNotContain("Maksuvaikeus");
    }

    @Test
    void a_bent_word_and_a_wrong_letter_find_the_page_in_ones_own_language() {
        var aino = windowOf("aino");
        aino.navigate(HelpView.class);
        aino.find(TextField.class).single().setValue("polkupyörien");
        assertThat(entries(aino)).first().isEqualTo("Pyörävarasto");
        aino.find(TextField.class).single().setValue("avaruuslentokone");
        assertThat(text(aino)).contains("Tähän ei ole vielä ohjetta");

        var omar = windowOf("omar");
        omar.navigate(HelpView.class);
        omar.find(TextField.class).single().setValue("washing mashine");
        assertThat(entries(omar)).contains("Sauna and laundry");
    }

    @Test
    void a_page_is_read_and_what_is_not_for_residents_is_not_found() {
        var aino = windowOf("aino");
        aino.navigate(HelpView.class);
        aino.getUI().navigate(address("Palovaroitin"));
        assertThat(text(aino)).contains("soita 112", "Kirjoita meille");
        aino.getUI().navigate(address("Maksuvaikeus: näin toimimme"));
        assertThat(aino.getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    private static String address(String title) {
        return "help/"
                + owner().queryForObject("select article_id from article_text where title = ?", String.class, title);
    }

    private static List<String> entries(BrowserlessUIContext window) {
        return window.findInView(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("item"))
                .map(Anchor::getText)
                .toList();
    }
}
