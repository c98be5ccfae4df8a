package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import fi.kotiovi.backoffice.shell.OfficeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTimesViewTest extends OfficeTest {
    @BeforeEach
    void nobody_in_the_line() {
        owner().update("update counter_shift set closed_at = now() where closed_at is null");
        // a ticket that keys were handed over with stays; it is only long ago
        owner().update("""
                        update ticket set day = (select min(day) from ticket) - 1000 + (day - current_date)
                        where day > current_date - 100""");
    }

    @Test
    void says_in_a_sentence_how_long_people_waited() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(LineTimesView.class);
            assertThat(text(laine.find(LineTimesView.class).single())).contains("kukaan ei ottanut vuoronumeroa");
            assertThat(owner().update("""
                            insert into ticket (office_id, day, lane, number, visit_type_code, language, source, arrived_at,
                                due_at, ripe_at, state, since, step, waited_ms, walked_ms, served_ms)
                            select s.office_id, (now() at time zone 'Europe/Helsinki')::date, 'WALK_IN', 700 + n, 'OTHER', 'FI',
                                'DESK', now(), now(), now(), 'SERVED', now(), 'SERVED', n * 300000, 30000, 600000
                            from staff_account a join staff s on s.id = a.staff_id, generate_series(1, 3) n
                            where a.username = 'laine'""")).isEqualTo(3);
            laine.navigate(DeskView.class);
            laine.navigate(LineTimesView.class);
            assertThat(text(laine.find(LineTimesView.class).single()))
                    .contains("3 kävijää. Puolet odotti enintään 10 min, yhdeksän kymmenestä enintään 14 min.")
                    .contains("Muu asia");
        }
    }

    @Test
    void shows_the_address_of_a_counters_calendar_on_wish_and_another_when_it_got_about() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(LineTimesView.class);
            press(laine, "Tiski 2");
            var first = address(laine);
            assertThat(first).matches("/calendar/[0-9a-f-]{36}\\.ics");
            press(laine, "Vaihda osoite");
            press(laine, "Pidä vanha");
            assertThat(address(laine)).isEqualTo(first);
            press(laine, "Vaihda osoite");
            press(laine, "Vaihda silti");
            assertThat(address(laine)).isNotEqualTo(first);
        }
    }

    private static String address(BrowserlessUIContext window) {
        window.activate();
        var inside = window.find(CounterAddress.class).single();
        return window.find(Anchor.class, inside).single().getHref();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
