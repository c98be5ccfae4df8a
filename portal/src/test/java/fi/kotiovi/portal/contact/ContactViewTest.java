package fi.kotiovi.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.portal.Residents;
import fi.kotiovi.portal.shell.NotFoundView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactViewTest extends Residents {
    /** So that nothing is taken for what another test has written. */
    @BeforeEach
    void everythingOfBeforeIsSettled() {
        owner().update("delete from draft");
        owner().update("""
                update contact set state = 'CLOSED', back_at = null, closed_at = now()
                where state in ('NEW', 'ANSWERED', 'WAITING_INTERNAL') and resident_id in
                  (select resident_id from resident_account where username in ('matti', 'omar'))""");
    }

    @Test
    void a_message_says_its_place_in_the_line_and_takes_an_addition() {
        var matti = windowOf("matti");
        write(matti, "Häkkikellari", "Saako kellariin hyllyn?");
        assertThat(text(matti)).contains("Vastaanotettu, olet").contains("Saako kellariin hyllyn?");

        matti.find(TextArea.class).single().setValue("Hylly olisi metrin levyinen.");
        pressLast(matti);
        assertThat(text(matti)).contains("Hylly olisi metrin levyinen.");
    }

    @Test
    void a_resident_closes_what_has_settled_itself() {
        var matti = windowOf("matti");
        write(matti, "Hoitui jo", "Ei tarvitse vastata.");
        assertThat(text(matti)).contains("Asia on hoitunut, sulje").doesNotContain("Auttoiko vastaus?");
        press(matti, "Asia on hoitunut, sulje");
        assertThat(text(matti)).contains("Hoidettu").doesNotContain("Asia on hoitunut, sulje");
    }

    @Test
    void two_replies_on_the_same_open_page_are_both_there_once() {
        var matti = windowOf("matti");
        write(matti, "Kaksi lisäystä", "Alku.");
        reply(matti, "Ensimmäinen lisäys.");
        assertThat(matti.find(TextArea.class).single().getValue()).isEmpty();
        reply(matti, "Toinen lisäys.");
        assertThat(messages(matti)).containsExactly("Alku.", "Ensimmäinen lisäys.", "Toinen lisäys.");
        matti.getUI().navigate(matti.getUI().getActiveViewLocation().getPath());
        assertThat(messages(matti)).containsExactly("Alku.", "Ensimmäinen lisäys.", "Toinen lisäys.");
    }

    @Test
    void what_no_database_can_keep_costs_none_of_the_rest() {
        var omar = windowOf("omar");
        write(omar, "Ti\0tle \ud83d🚪", "\0Body \udc00of it 👩‍👧");
        assertThat(text(omar)).contains("Title 🚪");
        reply(omar, "And \0more\ud800 🚿");
        assertThat(messages(omar)).containsExactly("Body of it 👩‍👧", "And more 🚿");
    }

    @Test
    void an_empty_message_is_told_beside_each_field() {
        var matti = windowOf("matti");
        matti.navigate(WriteContactView.class);
        pressLast(matti);
        assertThat(matti.find(TextField.class).single().getErrorMessage()).isEqualTo("Anna viestille otsikko");
        assertThat(matti.find(TextArea.class).single().getErrorMessage()).isEqualTo("Kirjoita viesti");
        assertThat(matti.find(Select.class).single().getErrorMessage()).isEqualTo("Valitse, mitä asia koskee");
    }

    @Test
    void somebody_elses_message_looks_like_no_message_at_all() {
        var matti = windowOf("matti");
        write(matti, "Salaisuus", "Vain minulle ja toimistolle.");
        var address = matti.getUI().getActiveViewLocation().getPath();

        var omar = windowOf("omar");
        omar.getUI().navigate(address);
        assertThat(omar.getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    private static void reply(BrowserlessUIContext window, String words) {
        window.find(TextArea.class).single().setValue(words);
        pressLast(window);
    }

    private static List<String> messages(BrowserlessUIContext window) {
        return window.findInView(Paragraph.class).all().stream()
                .filter(paragraph -> paragraph.hasClassName("typed"))
                .map(Paragraph::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void write(BrowserlessUIContext window, String subject, String body) {
        window.navigate(WriteContactView.class);
        Select<Topic> topic = window.find(Select.class).single();
        topic.setValue(topic.getListDataView().getItem(0));
        window.find(TextField.class).single().setValue(subject);
        window.find(TextArea.class).single().setValue(body);
        pressLast(window);
    }

    @Test
    void what_we_have_already_takes_the_words_with_one_tap_or_goes_as_a_new_matter() {
        var matti = windowOf("matti");
        var first = "Rappukäytävän valo vilkkuu yöllä, voiko sen vaihtaa?";
        write(matti, "Valo vilkkuu", first);
        var address = matti.getUI().getActiveViewLocation().getPath();
        var again = "Rappukäytävän valo vilkkuu taas yöllä, voiko sen vaihtaa?";
        write(matti, "Valo taas", again);
        assertThat(text(matti)).contains("Olet jo kertonut meille tästä").contains("Valo vilkkuu");
        press(matti, "Lisää siihen");
        assertThat(matti.getUI().getActiveViewLocation().getPath()).isEqualTo(address);
        assertThat(messages(matti)).containsExactly(first, again);

        write(matti, "Valo kolmannen kerran", again);
        press(matti, "Lähetä uutena");
        assertThat(text(matti)).contains("Valo kolmannen kerran").contains("Vastaanotettu, olet");
    }
}
