package fi.kotiovi.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import fi.kotiovi.portal.Residents;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkedVisitViewTest extends Residents {
    @Test
    void a_link_moves_and_cancels_a_visit_without_anybody_signed_in() {
        var link = linkOf("aino", "RENT_TALK");
        var stranger = stranger();
        stranger.navigate(LinkedVisitView.class, Map.of("token", link.toString()));
        assertThat(text(stranger)).contains("Aino").doesNotContain("Virtanen");
        press(stranger, "Move");
        pressNth(stranger, "time", 4);
        assertThat(text(stranger)).contains("moved");
        press(stranger, "Cancel");
        press(stranger, "Yes, cancel it");
        assertThat(stranger.find(H1.class).single().getText()).isEqualTo("Your visit is cancelled");
    }

    @Test
    void whoever_waits_for_an_earlier_time_says_so_by_the_link() {
        var stranger = stranger();
        stranger.navigate(
                LinkedVisitView.class,
                Map.of("token", linkOf("aino", "LOST_KEY").toString()));
        press(stranger, "I want an earlier time");
        assertThat(text(stranger)).contains("You are on the list");
        press(stranger, "I no longer want an earlier one");
        assertThat(text(stranger)).contains("no longer waiting");
    }

    @Test
    void a_link_that_does_not_exist_shows_nothing() {
        var stranger = stranger();
        for (var token : new String[] {UUID.randomUUID().toString(), "42", "..%2F"}) {
            stranger.navigate(LinkedVisitView.class, Map.of("token", token));
            assertThat(stranger.find(H1.class).single().getText()).isEqualTo("This link is over");
        }
    }
}
