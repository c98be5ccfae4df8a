package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskViewTest extends OfficeTest {
    private UUID visit = new UUID(0, 0);

    /** Somebody fetches keys today at the desk of Laine. */
    @BeforeEach
    void a_visit_today() {
        owner().update("update counter_shift set closed_at = now() where closed_at is null");
        owner().update("delete from ticket_event");
        owner().update("delete from ticket");
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

    @Test
    void whoever_comes_is_received_served_and_done() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            card(laine);
            press(laine, "On paikalla");
            assertThat(state()).isEqualTo(VisitState.CHECKED_IN);
            press(laine, "Palvele nyt");
            assertThat(state()).isEqualTo(VisitState.SERVING);
            press(laine, "Käynti valmis");
            assertThat(state()).isEqualTo(VisitState.SERVED);
        }
    }

    @Test
    void the_desk_knows_before_the_door_opens_who_comes_instead_and_what_helps() {
        owner().update("update visit set proxy_name = 'Eeva Esimerkki', needs = '{SEATED}' where id = ?", visit);
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            card(laine);
            var panel = laine.find(VisitPanel.class).single().getElement().getTextRecursively();
            assertThat(panel).contains("Asialla Eeva Esimerkki").contains("Tuoli jonottaessa");
        }
    }

    @Test
    void a_link_from_the_board_opens_the_visit_on_its_day() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            UI.getCurrent().navigate("desk", QueryParameters.of("visit", visit.toString()));
            assertThat(laine.find(VisitPanel.class).exists()).isTrue();
            UI.getCurrent().navigate("desk", QueryParameters.of("visit", "not a visit"));
            assertThat(laine.getCurrentView()).isInstanceOf(DeskView.class);
        }
    }

    @Test
    void the_next_one_is_the_first_in_line_and_called_only_from_a_counter() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            card(laine);
            press(laine, "On paikalla");
            press(laine, "Kutsu seuraava");
            assertThat(state()).isEqualTo(VisitState.CHECKED_IN);
            press(laine, "Tiski 1");
            press(laine, "Kutsu seuraava");
            assertThat(state()).isEqualTo(VisitState.CALLED);
            press(laine, "Aloita palvelu");
            assertThat(state()).isEqualTo(VisitState.SERVING);
            assertThat(laine.find(NativeButton.class).withClassName("hand").exists())
                    .isTrue();
            press(laine, "Käynti valmis");
            assertThat(state()).isEqualTo(VisitState.SERVED);
        }
    }

    @Test
    void Q10_a_second_browser_takes_over_and_the_first_one_calls_nobody_until_it_goes_on() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine"));
            var first = laine.newWindow();
            first.navigate(DeskView.class);
            press(first, "Tiski 2");
            var second = office.newUser(signedIn("laine")).newWindow();
            second.navigate(DeskView.class);
            card(first);
            press(first, "On paikalla");
            press(first, "Kutsu seuraava");
            assertThat(state()).isEqualTo(VisitState.CHECKED_IN);
            press(first, "Jatka tässä");
            press(first, "Kutsu seuraava");
            assertThat(state()).isEqualTo(VisitState.CALLED);
        }
    }

    @Test
    void keys_go_out_only_after_the_identity_was_checked() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            card(laine);
            press(laine, "On paikalla");
            press(laine, "Palvele nyt");
            var hand = laine.find(NativeButton.class).withClassName("hand").single();
            assertThat(hand.isEnabled()).isFalse();
            tickFirst(laine);
            assertThat(hand.isEnabled()).isFalse();
            press(laine, "Passi");
            assertThat(hand.isEnabled()).as("K03: nobody has signed").isFalse();
            press(laine, "Allekirjoitettu paperille");
            assertThat(hand.isEnabled()).isTrue();
            assertThat(hand.getText()).isEqualTo("Luovuta 1 avain");
            press(hand);
            assertThat(laine.find(Paragraph.class)
                            .withClassName("result")
                            .single()
                            .getText())
                    .startsWith("Luovutettu: K-");
            assertThat(owner().queryForObject(
                                    "select count(*) from key_event where visit_id = ? and kind = 'HANDED_OUT' and id_kind = 'PASSPORT'",
                                    Integer.class,
                                    visit))
                    .isEqualTo(1);
        }
    }

    @Test
    void absence_is_written_down_and_can_be_undone() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            card(laine);
            press(laine, "Ei tullut");
            assertThat(state()).isEqualTo(VisitState.NO_SHOW);
            press(laine, "On paikalla");
            assertThat(state()).isEqualTo(VisitState.CHECKED_IN);
        }
    }

    private VisitState state() {
        return VisitState.valueOf(
                owner().queryForObject("select state::text from visit where id = ?", String.class, visit));
    }

    private static void card(BrowserlessUIContext window) {
        press(window.find(NativeButton.class).withClassName("v").single());
    }

    private static void tickFirst(BrowserlessUIContext window) {
        var tick = window.find(KeyTick.class).all().stream()
                .filter(KeyTick::isMovable)
                .findFirst()
                .orElseThrow();
        tick.tick(true);
    }
}
