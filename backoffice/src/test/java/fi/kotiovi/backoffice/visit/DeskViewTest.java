package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.vocabulary.Language;
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
    void whoever_comes_with_a_number_and_no_booking_gets_keys_the_same_way() {
        var name = Objects.requireNonNull(owner().queryForObject(
                        "select given_name || ' ' || family_name from resident r join visit v on v.resident_id = r.id where v.id = ?",
                        String.class,
                        visit));
        owner().update("update visit set state = 'CANCELLED_OFFICE' where id = ?", visit);
        as("laine", () -> context.getBean(LineDesk.class).take("KEY_PICKUP", Language.FI));
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            press(laine, "Tiski 1");
            press(laine, "Kutsu seuraava");
            press(laine, "Aloita palvelu");
            var search = laine.find(TextField.class).withLabel("Kenen avaimet").single();
            search.setValue("Olematon Henkilö");
            assertThat(laine.find(WalkInKeys.class).single().getElement().getTextRecursively())
                    .contains("Tällä nimellä tai osoitteella ei löydy sopimusta");
            search.setValue(name);
            press(laine.find(NativeButton.class).withClassName("person").all().getFirst());
            assertThat(laine.find(NativeButton.class)
                            .withClassName("hand")
                            .single()
                            .isEnabled())
                    .isFalse();
            tickFirst(laine);
            press(laine, "Passi");
            press(laine, "Allekirjoitettu paperille");
            press(laine.find(NativeButton.class).withClassName("hand").single());
            assertThat(laine.find(Paragraph.class)
                            .withClassName("result")
                            .single()
                            .getText())
                    .startsWith("Luovutettu: K-");
            press(laine, "Palauttaa");
            assertThat(laine.find(NativeButton.class)
                            .withClassName("hand")
                            .single()
                            .getText())
                    .isEqualTo("Valitse palautuvat avaimet");
            assertThat(owner().queryForObject(
                                    "select count(*) from key_handover h join ticket t on t.id = h.ticket_id where t.state = 'SERVING'",
                                    Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_lost_key_leads_to_its_page_where_it_is_reported() {
        as("laine", () -> context.getBean(LineDesk.class).take("LOST_KEY", Language.FI));
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            press(laine, "Tiski 1");
            press(laine, "Kutsu seuraava");
            press(laine, "Aloita palvelu");
            laine.find(TextField.class).withLabel("Kenen avaimet").single().setValue("Aino Karhu");
            press(laine.find(NativeButton.class).withClassName("person").all().getFirst());
            assertThat(laine.find(WalkInKeys.class).single().getElement().getTextRecursively())
                    .contains("Avaa kadonnut avain");
            assertThat(laine.find(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .anyMatch(href -> href.matches("keys/[0-9a-f-]{36}"));
        }
    }

    @Test
    void a_matter_that_is_not_about_keys_asks_for_keys_only_when_somebody_wants_to() {
        as("laine", () -> context.getBean(LineDesk.class).take("RENT_TALK", Language.FI));
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            press(laine, "Tiski 1");
            press(laine, "Kutsu seuraava");
            press(laine, "Aloita palvelu");
            assertThat(laine.find(TextField.class).withLabel("Kenen avaimet").exists())
                    .isFalse();
            press(laine, "Avainasia");
            assertThat(laine.find(TextField.class).withLabel("Kenen avaimet").exists())
                    .isTrue();
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
