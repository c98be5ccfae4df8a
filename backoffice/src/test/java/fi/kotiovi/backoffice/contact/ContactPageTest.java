package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import fi.kotiovi.backoffice.fault.FaultPage;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.ContactQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ContactPageTest extends OfficeTest {
    @Autowired
    private ContactQueue queue;

    @AfterEach
    void nobodyHasAnythingInHand() {
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null, mark = null"
                + " where state = 'TAKEN'");
    }

    @Test
    void a_contact_is_read_by_its_number_and_not_taken_past_the_line() {
        var number = number("state = 'NEW' and resident_id is not null");
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate("contacts/" + number, ContactPage.class);
            var page = text(oja, ContactPage.class);
            assertThat(page).contains(subject(number), "jonossa", number).doesNotContain("Jatka tätä");
        }
    }

    @Test
    void what_is_closed_is_gone_on_with() {
        var number = number("state = 'CLOSED' and resident_id is not null");
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate("contacts/" + number, ContactPage.class);
            press(oja, "Jatka tätä");
            assertThat(as("oja", queue::inHand).orElseThrow().number()).isEqualTo(number);
        }
        owner().update(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null where number = ?",
                        number);
    }

    @Test
    void what_was_merged_leads_to_what_it_is_part_of_H09() {
        var into = number("state = 'CLOSED' and resident_id is not null");
        owner().update(
                        "insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by, merged_into)"
                                + " select 'C-98-000001', office_id, resident_id, 'EMAIL', topic_code, 'Osa', language, 'MERGED', arrived_at, promised_by, id"
                                + " from contact where number = ?",
                        into);
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate("contacts/C-98-000001", ContactPage.class);
            assertThat(oja.find(H1.class).single().getText()).isEqualTo(subject(into));
        } finally {
            owner().update("delete from contact where number = 'C-98-000001'");
        }
    }

    @Test
    void a_fault_is_read_by_its_number_with_its_way_so_far() {
        var number = owner().queryForObject("select number from fault order by filed_at limit 1", String.class);
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate("faults/" + number, FaultPage.class);
            assertThat(text(oja, FaultPage.class)).contains(number, "Mitä on tapahtunut");
        }
    }

    private static String number(String which) {
        return String.valueOf(owner().queryForObject(
                        "select number from contact where " + which + " order by arrived_at limit 1", String.class));
    }

    private static String subject(String number) {
        return String.valueOf(
                owner().queryForObject("select subject from contact where number = ?", String.class, number));
    }

    private static <T extends Component> String text(BrowserlessUIContext window, Class<T> page) {
        window.activate();
        return window.find(page).single().getElement().getTextRecursively();
    }
}
