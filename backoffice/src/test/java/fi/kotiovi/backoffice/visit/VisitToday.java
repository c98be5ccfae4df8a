package fi.kotiovi.backoffice.visit;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Somebody fetches keys today at the desk of Laine. */
abstract class VisitToday extends OfficeTest {
    UUID visit = new UUID(0, 0);

    @BeforeEach
    void a_visit_today() {
        owner().update("update counter_shift set closed_at = now() where closed_at is null");
        owner().update(
                        "update ticket set state = 'SERVED', step = 'SERVED', version = version + 1, staff_id = null, counter_id = null where state = 'SERVING'");
        owner().update(
                        "update ticket set state = 'LEFT', step = 'LEFT', version = version + 1, staff_id = null, counter_id = null, for_staff_id = null where state in ('WAITING', 'PARKED', 'CALLED')");
        owner().update(
                        "update visit set state = 'CANCELLED_OFFICE' where state in ('BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING', 'SERVED')");
        visit = Objects.requireNonNull(owner().queryForObject("""
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, created_at)
                select 'V-26-T' || substr(gen_random_uuid()::text, 1, 8), c.office_id, c.id, 'KEY_PICKUP', tr.resident_id, k.home_id, 'BOOKED',
                  tstzrange((d.day + time '12:00') at time zone 'Europe/Helsinki', (d.day + time '12:20') at time zone 'Europe/Helsinki'),
                  d.day + time '12:00', 'Europe/Helsinki', now()
                from (select (now() at time zone 'Europe/Helsinki')::date as day) d,
                  counter c join staff s on s.office_id = c.office_id join staff_account a on a.staff_id = s.id and a.username = 'laine',
                  key k join tenancy t on t.home_id = k.home_id join tenancy_resident tr on tr.tenancy_id = t.id
                where c.number = 1 and k.state = 'IN_STORE' and t.during @> current_date limit 1 returning id""", UUID.class));
    }

    VisitState state() {
        return VisitState.valueOf(
                owner().queryForObject("select state::text from visit where id = ?", String.class, visit));
    }

    static void card(BrowserlessUIContext window) {
        press(window.find(NativeButton.class).withClassName("v").single());
    }
}
