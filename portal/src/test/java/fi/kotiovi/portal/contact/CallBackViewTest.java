package fi.kotiovi.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.portal.Residents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallBackViewTest extends Residents {
    @BeforeEach
    void nobodyIsToBeCalled() {
        owner().update("delete from opening_exception where service = 'PHONE'");
        owner().update("""
                insert into opening_exception (office_id, service, day, opens, closes, reason_fi, reason_sv, reason_en)
                select id, 'PHONE', current_date + d, '00:00', '23:59:59', '', '', '' from office, generate_series(0, 4) d""");
        owner().update("delete from draft");
        settle();
    }

    @AfterEach
    void asItWas() {
        settle();
        owner().update("delete from opening_exception where service = 'PHONE'");
    }

    private static void settle() {
        owner().update("""
                update contact set state = 'CLOSED', back_at = null, closed_at = now()
                where state <> 'CLOSED' and id in (select contact_id from call_back where ended is null)""");
        owner().update("update call_back set ended = 'CANCELLED', ended_at = now() where ended is null");
    }

    @Test
    void a_call_is_asked_for_shown_and_cancelled() {
        var matti = windowOf("matti");
        matti.navigate(CallBackView.class);
        var phone = matti.find(TextField.class).single();
        assertThat(phone.getValue()).as("what we know is not asked again").startsWith("040");
        press(matti, "Pyydä soitto");
        assertThat(window(matti).getErrorMessage()).isEqualTo("Valitse aika");
        assertThat(matti.find(TextArea.class).single().getErrorMessage()).isEqualTo("Kirjoita viesti");
        window(matti).setValue(window(matti).getListDataView().getItem(5));
        topic(matti).setValue(topic(matti).getListDataView().getItem(0));
        matti.find(TextArea.class).single().setValue("Vuokrankorotuksesta");
        phone.setValue("123");
        press(matti, "Pyydä soitto");
        assertThat(phone.isInvalid()).isTrue();
        phone.setValue("040 765 4321");
        press(matti, "Pyydä soitto");
        assertThat(text(matti)).contains("Soitamme sinulle").contains("040 765 4321");

        matti.getUI().navigate("contacts/call");
        assertThat(matti.getCurrentView()).as("one at a time").isInstanceOf(ContactView.class);
        press(matti, "Peru soitto");
        assertThat(text(matti)).contains("Hoidettu").doesNotContain("Soitamme sinulle");
    }

    @Test
    void what_is_typed_stays_when_the_page_is_left() {
        var omar = windowOf("omar");
        omar.navigate(CallBackView.class);
        window(omar).setValue(window(omar).getListDataView().getItem(5));
        omar.find(TextArea.class).single().setValue("Half a sentence");
        var chosen = window(omar).getValue();
        omar.navigate(CallBackView.class);
        assertThat(omar.find(TextArea.class).single().getValue()).isEqualTo("Half a sentence");
        assertThat(window(omar).getValue()).isEqualTo(chosen);
    }

    @Test
    void without_telephone_hours_there_is_another_way() {
        owner().update("update opening_exception set opens = null, closes = null where service = 'PHONE'");
        owner().update("""
                insert into opening_exception (office_id, service, day, reason_fi, reason_sv, reason_en)
                select id, 'PHONE', current_date + d, '', '', '' from office, generate_series(5, 12) d""");
        var elin = windowOf("elin");
        elin.navigate(CallBackView.class);
        assertThat(text(elin)).contains("Inga telefontider är publicerade nu");
    }

    @SuppressWarnings("unchecked")
    private static Select<Span> window(BrowserlessUIContext browser) {
        return browser.find(Select.class).all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Select<Topic> topic(BrowserlessUIContext browser) {
        return browser.find(Select.class).all().getLast();
    }
}
