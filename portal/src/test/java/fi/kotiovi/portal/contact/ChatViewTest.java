package fi.kotiovi.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.portal.Residents;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatViewTest extends Residents {
    @BeforeEach
    void theChatIsOpenAllDay() {
        owner().update("update chat set ended = 'BYE', ended_at = greatest(now(), began_at) where ended_at is null");
        owner().update("delete from opening_exception where service = 'CHAT'");
        owner().update("""
                insert into opening_exception (office_id, service, day, opens, closes, reason_fi, reason_sv, reason_en)
                select id, 'CHAT', current_date + d, '00:00', '23:59:59', '', '', '' from office, generate_series(-1, 1) d""");
    }

    @AfterEach
    void asItWas() {
        owner().update("delete from opening_exception where service = 'CHAT'");
    }

    @Test
    void a_chat_says_the_place_then_who_came_and_what_is_said_on_both_sides() {
        var matti = windowOf("matti");
        start(matti, "Kuuluuko minua?");
        assertThat(text(matti)).contains("jonossa").contains("Kuuluuko minua?");
        var contact = contactOf("Kuuluuko minua?");

        owner().update(
                        "update contact set state = 'TAKEN', owner_id = (select staff_id from staff_account where username = 'oja'), hand = 1, lease_until = now() + interval '15 minutes' where id = ?",
                        contact);
        owner().update("update chat set staff_typing_at = now() where contact_id = ?", contact);
        matti.navigate(ChatView.class);
        assertThat(text(matti)).contains("Asiakaspalvelija on täällä").contains("Asiakaspalvelija kirjoittaa…");

        matti.find(TextArea.class).single().setValue("Kiitos!");
        press(matti, "Lähetä");
        press(matti, "Lähetä");
        assertThat(messages(matti)).containsExactly("Kuuluuko minua?", "Kiitos!");

        owner().update(
                        "update contact set state = 'CLOSED', owner_id = null, lease_until = null, closed_at = now() where id = ?",
                        contact);
        press(matti, "Lopeta chat");
        assertThat(text(matti)).contains("Chat on päättynyt").contains("Avaa viesti");
    }

    @Test
    void a_reload_and_the_list_of_messages_lead_back_into_the_chat() {
        var matti = windowOf("matti");
        start(matti, "Palaan heti");
        matti.getUI().navigate("contacts/" + contactOf("Palaan heti"));
        assertThat(matti.getCurrentView()).isInstanceOf(ChatView.class);
        assertThat(messages(matti)).containsExactly("Palaan heti");
        press(matti, "Lopeta chat");
        assertThat(text(matti)).contains("Chat päättyi, asiasi on meillä");
        matti.getUI().navigate("contacts/" + contactOf("Palaan heti"));
        assertThat(text(matti)).contains("Vastaanotettu, olet");
    }

    @Test
    void outside_the_hours_it_says_so_and_offers_a_message() {
        owner().update("delete from opening_exception where service = 'CHAT'");
        owner().update("""
                insert into opening_exception (office_id, service, day, reason_fi, reason_sv, reason_en)
                select id, 'CHAT', current_date + d, '', '', '' from office, generate_series(-1, 1) d""");
        var matti = windowOf("matti");
        matti.navigate(ChatView.class);
        assertThat(text(matti)).contains("Chat on nyt kiinni").contains("Kirjoita viesti");
        assertThat(matti.find(TextArea.class).exists()).isFalse();
        matti.navigate(WriteContactView.class);
        assertThat(text(matti)).doesNotContain("Aloita chat");
    }

    @Test
    void what_is_missing_is_told_beside_each_field_and_nothing_typed_is_lost() {
        var omar = windowOf("omar");
        omar.navigate(ChatView.class);
        omar.find(TextArea.class).single().setValue("  ");
        press(omar, "Start a chat");
        assertThat(omar.find(TextArea.class).single().getErrorMessage()).isNotEmpty();
        assertThat(omar.find(Select.class).single().isInvalid()).isTrue();
        omar.find(TextArea.class).single().setValue("Half a sentence");
        omar.navigate(ChatView.class);
        assertThat(omar.find(TextArea.class).single().getValue()).isEqualTo("Half a sentence");
    }

    @SuppressWarnings("unchecked")
    private static void start(BrowserlessUIContext window, String words) {
        window.navigate(ChatView.class);
        Select<Topic> topic = window.find(Select.class).single();
        topic.setValue(topic.getListDataView().getItem(0));
        window.find(TextArea.class).single().setValue(words);
        press(window, "Aloita chat");
    }

    private static UUID contactOf(String subject) {
        return Objects.requireNonNull(owner().queryForObject(
                        "select id from contact where subject = ? order by arrived_at desc limit 1",
                        UUID.class,
                        subject));
    }

    private static List<String> messages(BrowserlessUIContext window) {
        return window.findInView(Paragraph.class).all().stream()
                .filter(paragraph -> paragraph.hasClassName("typed"))
                .map(Paragraph::getText)
                .toList();
    }
}
