package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

/** A visit in the hand of whoever moves it. */
class BoardMovingTest extends BoardTest {
    @Test
    void M_picks_a_visit_up_arrows_and_enter_put_it_down_elsewhere() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            var grid = laine.find(BoardGrid.class).single();
            grid.pickedUp(visit.toString());
            assertThat(spoken(laine)).contains("Siirrät käyntiä").contains("Enter siirtää");
            assertThat(grid.hasClassName("moving")).isTrue();
            press(place(laine, "11.00, tiski 2"));
            assertThat(standsAt()).isEqualTo(wall("11:00"));
            assertThat(counter()).isEqualTo(2);
            assertThat(grid.hasClassName("moving")).isFalse();
            assertThat(card(laine).getElement().getAttribute("aria-label")).startsWith("11.00–11.15");
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void escape_leaves_it_where_it_was_and_says_so() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            var grid = laine.find(BoardGrid.class).single();
            grid.pickedUp(visit.toString());
            grid.gaveUp();
            assertThat(spoken(laine)).contains("jäi paikalleen");
            assertThat(laine.find(NativeButton.class).withClassName("place").all())
                    .isEmpty();
            assertThat(standsAt()).isEqualTo(wall("10:00"));
        }
    }

    @Test
    void whoever_is_too_late_hears_it_and_gets_three_other_times() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            var target = place(laine, "11.00, tiski 2");
            booked("11:00", 2, "RENT_TALK");
            press(target);
            assertThat(bar(laine)).contains("Joku ehti ensin");
            var others = laine.find(NativeButton.class).withClassName("line").all().stream()
                    .filter(button -> button.getText().contains(" klo "))
                    .toList();
            assertThat(others).hasSize(3);
            press(others.getFirst());
            assertThat(standsAt()).isNotEqualTo(wall("10:00"));
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void B27_outside_the_rules_only_the_lead_sees_a_place_and_only_with_a_reason_it_is_taken() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            assertThat(laine.find(NativeButton.class).withClassName("outside").all())
                    .isEmpty();
            var lead = at(desk.newUser(signedIn("virta")).newWindow(), "");
            lead.find(BoardGrid.class).single().pickedUp(visit.toString());
            press(place(lead, "15.30, tiski 1, sääntöjen ulkopuolella"));
            press(lead, "Siirrä silti");
            assertThat(standsAt()).as("no reason, no move").isEqualTo(wall("10:00"));
            lead.test(lead.find(TextField.class)
                            .withLabel("Miksi siirrät silti?")
                            .single())
                    .setValue("Pääsee vasta töistä");
            press(lead, "Siirrä silti");
            assertThat(standsAt()).isEqualTo(wall("15:30"));
            assertThat(owner().queryForObject(
                                    "select reason from visit_event where visit_id = ? and kind = 'MOVED'",
                                    String.class,
                                    visit))
                    .isEqualTo("Pääsee vasta töistä");
            press(lead, card(lead));
            assertThat(lead.find(BoardPanel.class).single().getElement().getTextRecursively())
                    .contains("Siirretty")
                    .contains("Syy: Pääsee vasta töistä");
        }
    }

    @Test
    void a_week_is_moved_in_by_day_and_time_whatever_the_counter() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "&mode=week");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            var free = laine.find(NativeButton.class).withClassName("place").all().stream()
                    .filter(button -> "14.00".equals(button.getText()))
                    .toList();
            assertThat(free).hasSize(5);
            press(free.getLast());
            assertThat(standsAt()).isEqualTo(day.plusDays(3).atTime(14, 0));
            assertThat(counter()).isEqualTo(1);
        }
    }
}
