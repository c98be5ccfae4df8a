package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import fi.kotiovi.backoffice.shell.OfficeTest;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallBackNoticeTest extends OfficeTest {
    private UUID contact = new UUID(0, 0);

    @BeforeEach
    void somebodyIsToBeCalled() {
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null where state = 'TAKEN'");
        contact = Objects.requireNonNull(owner().queryForObject("""
                insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by)
                select 'C-CALL-' || gen_random_uuid(), b.office_id, r.id, 'PHONE', 'RENT', 'Soittakaa minulle', 'FI', 'NEW',
                  now() - interval '30 days', now() + interval '1 hour'
                from resident r join tenancy_resident tr on tr.resident_id = r.id join tenancy t on t.id = tr.tenancy_id
                join home h on h.id = t.home_id join building b on b.id = h.building_id order by r.id limit 1
                returning id""", UUID.class));
        owner().update("""
                insert into contact_message (contact_id, submission_id, direction, body, at, resident_id)
                select id, gen_random_uuid(), 'IN', 'Vuokrasta', arrived_at, resident_id from contact where id = ?""", contact);
        owner().update("""
                insert into call_back (contact_id, resident_id, phone, during)
                select id, resident_id, '+358401234567', tstzrange(now() - interval '1 hour', now() + interval '1 hour')
                from contact where id = ?""", contact);
    }

    @AfterEach
    void nobodyIs() {
        owner().update("delete from staff_draft");
        owner().update("delete from call_back");
        owner().update("""
                update contact set state = 'CLOSED', owner_id = null, lease_until = null, back_at = null, closed_at = now()
                where subject = 'Soittakaa minulle' and state <> 'CLOSED'""");
        owner().update("update contact set state = 'NEW', owner_id = null, lease_until = null where state = 'TAKEN'");
    }

    @Test
    void whoever_is_reached_is_written_to_or_closed() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            assertThat(texts(oja)).contains("040 123 4567").contains("Yritys 1/3.");
            press(oja, "Tavoitin");
            assertThat(texts(oja)).contains("Asukas on tavoitettu.").contains("Vuokrasta");
        }
    }

    @Test
    void the_third_time_nobody_answers_a_letter_goes_out_in_the_residents_language() {
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            press(oja, "Ota seuraava");
            press(oja, "Ei vastannut");
            assertThat(state()).isEqualTo("WAITING_INTERNAL 1");
            owner().update("update call_back set tries = 2 where contact_id = ?", contact);
            owner().update(
                            "update contact set state = 'NEW', back_at = null, reserved_for = null, reserved_until = null where id = ?",
                            contact);
            press(oja, "Ota seuraava");
            press(oja, "Ei vastannut");
            assertThat(state()).isEqualTo("ANSWERED 3");
            assertThat(owner().queryForObject(
                                    "select body from contact_message where contact_id = ? and direction = 'OUT'",
                                    String.class,
                                    contact))
                    .startsWith("Hei! Yritimme soittaa");
        }
    }

    private String state() {
        return String.valueOf(owner().queryForObject(
                        "select c.state || ' ' || b.tries from contact c join call_back b on b.contact_id = c.id where c.id = ?",
                        String.class,
                        contact));
    }

    private static String texts(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
