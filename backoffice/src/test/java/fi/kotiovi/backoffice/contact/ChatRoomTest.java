package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.ChatDesk;
import fi.kotiovi.domain.contact.InHand;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChatRoomTest extends OfficeTest {
    @Autowired
    private ChatDesk desk;

    @BeforeEach
    void onlyOurChatsWait() {
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null where state = 'TAKEN'");
        chat("Ensimmäinen chat", 3);
        chat("Toinen chat", 2);
        chat("Kolmas chat", 1);
    }

    @AfterEach
    void nobodyChats() {
        owner().update("delete from staff_draft");
        owner().update("delete from chat");
        owner().update("""
                update contact set state = 'CLOSED', owner_id = null, lease_until = null, closed_at = now()
                where subject like '% chat' and state <> 'CLOSED'""");
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null where state = 'TAKEN'");
    }

    @Test
    void a_clerk_says_something_takes_a_second_chat_and_ends_the_first() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            assertThat(texts(oja)).contains("Ensimmäinen chat").contains("Asukas on paikalla");
            press(oja, "Lähetä");
            assertThat(words(oja).getErrorMessage()).isEqualTo("Kirjoita ensin jotain.");
            words(oja).setValue("Hei, miten voin auttaa?");
            press(oja, "Lähetä");
            assertThat(words(oja).getValue()).isEmpty();
            assertThat(texts(oja)).contains("Hei, miten voin auttaa?");

            press(oja, "Ota toinen chat (2 odottaa)");
            assertThat(as("oja", desk::inHand))
                    .extracting(one -> one.contact().subject())
                    .containsExactly("Ensimmäinen chat", "Toinen chat");
            assertThat(texts(oja)).contains("Toinen chat");
            press(oja, "Ota toinen chat (1 odottaa)");
            assertThat(oja.find(NativeButton.class).all())
                    .extracting(NativeButton::getText)
                    .noneMatch(text -> text.startsWith("Ota toinen chat"));
            press(oja, "Päätä chat, asia on hoidettu");
            assertThat(as("oja", desk::inHand)).hasSize(2);
        }
    }

    @Test
    void when_the_resident_leaves_the_same_words_go_out_as_a_message() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            words(oja).setValue("Vastaus, joka myöhästyi");
            owner().update(
                            "update chat set ended = 'LEFT', ended_at = now() where contact_id = ?",
                            as("oja", desk::inHand).getFirst().id());
            press(oja, "Lähetä");
            assertThat(texts(oja)).contains("Asukas lähti chatista.");
            var answer =
                    oja.find(TextArea.class).withLabel("Vastaus asukkaalle").single();
            assertThat(answer.getValue()).isEqualTo("Vastaus, joka myöhästyi");
            press(oja, "Lähetä ja sulje");
            assertThat(as("oja", desk::inHand)).isEmpty();
        }
    }

    @Test
    void a_clerk_can_go_on_by_message() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            press(oja, "Jatka viestinä");
            assertThat(as("oja", desk::inHand)).extracting(InHand::isChat).containsExactly(false);
            assertThat(texts(oja)).contains("Chat on päättynyt. Vastauksesi menee asukkaalle");
        }
    }

    /** Older than everything else, so that it is the next one. */
    private static void chat(String subject, int older) {
        var id = owner().queryForObject("""
                insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by)
                select 'C-CHAT-' || gen_random_uuid(), b.office_id, r.id, 'CHAT', 'OTHER', ?, 'FI', 'NEW',
                  now() - interval '30 days' - ? * interval '1 hour', now() + interval '1 day'
                from resident r join tenancy_resident tr on tr.resident_id = r.id join tenancy t on t.id = tr.tenancy_id
                join home h on h.id = t.home_id join building b on b.id = h.building_id
                where not exists (select from chat c where c.resident_id = r.id) order by r.id limit 1
                returning id""", UUID.class, subject, older);
        owner().update("""
                insert into contact_message (contact_id, submission_id, direction, body, at, resident_id)
                select id, gen_random_uuid(), 'IN', 'Hei!', arrived_at, resident_id from contact where id = ?""", id);
        owner().update(
                        "insert into chat (contact_id, resident_id, began_at, seen_at) select id, resident_id, arrived_at, now() from contact where id = ?",
                        id);
    }

    private static TextArea words(BrowserlessUIContext window) {
        return window.find(TextArea.class).single();
    }

    private static String texts(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
