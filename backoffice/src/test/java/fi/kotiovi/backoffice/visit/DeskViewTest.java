package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.vocabulary.VisitState;
import org.junit.jupiter.api.Test;

class DeskViewTest extends VisitToday {
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
    void an_empty_day_leads_to_the_next_one_on_which_somebody_comes() {
        owner().update(
                        "update visit set during = tstzrange(lower(during) + interval '3 days', upper(during) + interval '3 days'), local_start = local_start + interval '3 days' where id = ?",
                        visit);
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(DeskView.class);
            var lead = laine.find(NativeButton.class).all().stream()
                    .filter(button -> button.getText().startsWith("Seuraava varaus"))
                    .findFirst()
                    .orElseThrow();
            press(lead);
            card(laine);
            assertThat(laine.find(VisitPanel.class).exists()).isTrue();
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
}
