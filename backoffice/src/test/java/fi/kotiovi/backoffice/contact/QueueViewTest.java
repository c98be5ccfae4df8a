package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.ContactPromises;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.draft.Drafts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QueueViewTest extends OfficeTest {
    @Autowired
    private ContactQueue queue;

    @Autowired
    private ContactPromises promises;

    @Autowired
    private Drafts drafts;

    @AfterEach
    void everybody_hands_back() {
        owner().update("delete from staff_draft");
        owner().update(
                        "update contact set state = 'NEW', owner_id = null, lease_until = null, skips = 0, mark = null where state = 'TAKEN' or skips > 0");
    }

    @Test
    void two_agents_who_take_the_next_get_different_ones() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var aalto = office.newUser(signedIn("aalto")).newWindow();
            aalto.navigate(QueueView.class);
            take(aalto);
            assertThat(inHand("oja").id()).isNotEqualTo(inHand("aalto").id());
            assertThat(inHand("oja").arrivedAt())
                    .isBeforeOrEqualTo(inHand("aalto").arrivedAt());
        }
    }

    @Test
    void an_answer_leaves_the_hand_empty_and_the_line_shorter() {
        try (var office = office()) {
            var before = as("oja", () -> queue.length().waiting());
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var contact = inHand("oja").id();
            answer(oja).setValue("Hei, kyllä onnistuu.");
            press(oja, "Lähetä ja sulje");
            assertThat(as("oja", queue::inHand)).isEmpty();
            assertThat(as("oja", () -> queue.length().waiting())).isEqualTo(before - 1);
            assertThat(owner().queryForObject("select state::text from contact where id = ?", String.class, contact))
                    .isEqualTo("CLOSED");
        }
    }

    @Test
    void an_empty_answer_is_refused_beside_the_field() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            press(oja, "Lähetä ja sulje");
            assertThat(answer(oja).isInvalid()).isTrue();
            assertThat(as("oja", queue::inHand)).isPresent();
        }
    }

    @Test
    void a_newer_message_is_shown_before_the_answer_goes_out_and_the_text_stays_H01() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var contact = inHand("oja").id();
            answer(oja).setValue("Vanhaan kysymykseen");
            writeAgain(contact, "Odottakaa, asia muuttui!");
            press(oja, "Lähetä ja sulje");
            assertThat(texts(oja)).contains("Odottakaa, asia muuttui!");
            assertThat(answer(oja).getValue()).isEqualTo("Vanhaan kysymykseen");
            assertThat(as("oja", () -> drafts.loadAnswer(contact)))
                    .contains(new Drafts.Answer("Vanhaan kysymykseen", List.of()));
            press(oja, "Lähetä ja sulje");
            assertThat(as("oja", queue::inHand)).isEmpty();
        }
    }

    @Test
    void handing_back_wants_a_reason_and_keeps_the_place() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var contact = inHand("oja").id();
            press(oja, "Anna takaisin");
            var dialog = oja.find(Dialog.class).single();
            var reason = oja.find(TextArea.class, dialog).single();
            confirm(oja);
            assertThat(reason.isInvalid()).isTrue();
            assertThat(as("oja", queue::inHand)).isPresent();
            reason.setValue("Kuuluu vuokravalvontaan");
            confirm(oja);
            var first = as("oja", () -> queue.waiting(0, 1)).getFirst();
            assertThat(first.id()).isEqualTo(contact);
            assertThat(first.returnedReason()).isEqualTo("Kuuluu vuokravalvontaan");
            assertThat(first.standing().skips()).isEqualTo(1);
        }
    }

    @Test
    void a_promise_is_sent_with_its_day_and_leaves_the_hand_empty() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var contact = inHand("oja").id();
            press(oja, "Selvitän ensin");
            var dialog = oja.find(Dialog.class).single();
            var day = oja.find(DatePicker.class, dialog).single();
            var words = oja.find(TextArea.class, dialog).single();
            assertThat(words.getValue()).isNotBlank();
            day.setValue(LocalDate.now(Helsinki.ZONE));
            press(oja, "Lupaa ja lähetä");
            assertThat(day.isInvalid()).isTrue();
            assertThat(as("oja", queue::inHand)).isPresent();
            day.setValue(as("oja", promises::usualDay));
            words.setValue("Kysyn huollosta.");
            press(oja, "Lupaa ja lähetä");
            assertThat(as("oja", queue::inHand)).isEmpty();
            assertThat(owner().queryForObject("select state::text from contact where id = ?", String.class, contact))
                    .isEqualTo("WAITING_INTERNAL");
        }
    }

    @Test
    void a_draft_is_there_again_in_another_browser() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var contact = inHand("oja").id();
            as("oja", () -> {
                drafts.saveAnswer(contact, "Puoliksi kirjoitettu", List.of());
                return true;
            });
            var elsewhere = office.newUser(signedIn("oja")).newWindow();
            elsewhere.navigate(QueueView.class);
            assertThat(answer(elsewhere).getValue()).isEqualTo("Puoliksi kirjoitettu");
        }
    }

    @Test
    void a_reload_of_the_page_finds_the_same_contact_in_hand() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            take(oja);
            var subject = inHand("oja").subject();
            oja.navigate(QueueView.class);
            assertThat(oja.find(H2.class).all()).extracting(H2::getText).contains(subject);
        }
    }

    private void writeAgain(UUID contact, String body) {
        owner().update(
                        "insert into contact_message (contact_id, submission_id, direction, body, at, resident_id)"
                                + " select id, gen_random_uuid(), 'IN', ?, now(), resident_id from contact where id = ?",
                        body,
                        contact);
    }

    private Waiting inHand(String username) {
        return as(username, () -> queue.inHand().orElseThrow());
    }

    private static TextArea answer(BrowserlessUIContext window) {
        return window.find(TextArea.class).withLabel("Vastaus asukkaalle").single();
    }

    private static void take(BrowserlessUIContext window) {
        press(window, "Ota seuraava");
    }

    private static void confirm(BrowserlessUIContext window) {
        window.find(NativeButton.class).withText("Anna takaisin").all().stream()
                .filter(button -> button.hasClassName("btn"))
                .forEach(OfficeTest::press);
    }

    private static String texts(BrowserlessUIContext window) {
        return window.find(Paragraph.class).all().stream()
                .map(Paragraph::getText)
                .toList()
                .toString();
    }
}
