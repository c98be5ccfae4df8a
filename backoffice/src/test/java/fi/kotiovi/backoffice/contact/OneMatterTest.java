package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Handovers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OneMatterTest extends OfficeTest {
    @Autowired
    private ContactQueue queue;

    @BeforeEach
    void nobodyIsAtWork() {
        owner().update("delete from queue_presence");
        // whoever is nobody we know has no other contacts
        owner().update(
                        "update contact set state = 'CLOSED', closed_at = now() where state = 'NEW' and resident_id is null");
    }

    @AfterEach
    void nobodyHasAnythingInHand() {
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null, reserved_for = null,"
                + " reserved_until = null, mark = null, returned_reason = '' where state in ('NEW', 'TAKEN')");
    }

    @Test
    void another_contact_on_the_same_matter_is_taken_in_and_out_again() {
        var taken = as("oja", queue::takeNext).orElseThrow();
        owner().update(
                        "insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by)"
                                + " select 'C-99-000001', office_id, resident_id, 'EMAIL', topic_code, 'Sama asia uudestaan', language, 'NEW', now(), promised_by"
                                + " from contact where id = ?",
                        taken.id());
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            var others = oja.find(OtherContacts.class).single();
            assertThat(others.getElement().getTextRecursively()).contains("Sama asia uudestaan", "jonossa");
            press(oja, "Sama asia, yhdistä");
            assertThat(others.getElement().getTextRecursively()).contains("yhdistetty tähän");
            assertThat(state()).isEqualTo("MERGED");
            press(oja, "Erota");
            assertThat(state()).isEqualTo("NEW");
        }
        owner().update(
                        "delete from contact_event where contact_id = (select id from contact where number = 'C-99-000001')");
        owner().update(
                        "delete from contact_merge where merged_id = (select id from contact where number = 'C-99-000001')");
        owner().update("delete from contact where number = 'C-99-000001'");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_contact_is_given_to_a_colleague_at_work_with_a_reason() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            var contact = as("oja", queue::inHand).orElseThrow().id();
            as("aalto", queue::takeNext);
            press(oja, "Anna toiselle");
            var dialog = oja.find(Dialog.class).single();
            Select<Handovers.Target> to = oja.find(Select.class, dialog).single();
            press(oja, "Anna");
            assertThat(to.isInvalid()).isTrue();
            to.setValue(to.getListDataView().getItem(0));
            press(oja, "Anna");
            var why = oja.find(TextArea.class, dialog).single();
            assertThat(why.isInvalid()).isTrue();
            why.setValue("Tunnet talon");
            press(oja, "Anna");
            assertThat(as("oja", queue::inHand)).isEmpty();
            var waits = as("aalto", () -> queue.waiting(0, 50)).stream()
                    .filter(each -> each.id().equals(contact))
                    .findFirst()
                    .orElseThrow();
            assertThat(waits.standing().keptFor()).isNotBlank();
            assertThat(waits.returnedReason()).isEqualTo("Tunnet talon");
        }
    }

    private static @Nullable String state() {
        return owner().queryForObject("select state::text from contact where number = 'C-99-000001'", String.class);
    }
}
