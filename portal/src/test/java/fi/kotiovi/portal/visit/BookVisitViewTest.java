package fi.kotiovi.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.portal.Residents;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookVisitViewTest extends Residents {
    @Test
    void a_visit_is_held_confirmed_moved_and_cancelled() {
        var elin = windowOf("elin");
        elin.navigate(BookVisitView.class, Map.of("type", "RENT_TALK"));
        pressNth(elin, "time", 0);
        assertThat(elin.find(H1.class).single().getText()).isEqualTo("Bekräfta besöket");
        press(elin, "Bekräfta besöket");
        assertThat(elin.find(H1.class).single().getText()).isEqualTo("Besöket är bokat");

        press(elin, "Flytta");
        pressNth(elin, "time", 5);
        assertThat(elin.find(H1.class).single().getText()).isEqualTo("Besöket är bokat");

        press(elin, "Avboka");
        press(elin, "Ja, avboka");
        assertThat(elin.find(H1.class).single().getText()).isEqualTo("Besöket är avbokat");
    }

    @Test
    void a_second_visit_of_the_same_kind_is_refused_with_a_way_to_the_first() {
        var omar = windowOf("omar");
        omar.navigate(BookVisitView.class, Map.of("type", "IDENTIFY"));
        pressNth(omar, "time", 0);
        press(omar, "Confirm the visit");

        omar.navigate(BookVisitView.class, Map.of("type", "IDENTIFY"));
        pressNth(omar, "time", 0);
        assertThat(omar.getCurrentView()).isInstanceOf(BookVisitView.class);
        assertThat(text(omar)).contains("You have such a visit booked already");
    }

    @Test
    @SuppressWarnings("unchecked") // the first group asks yes or no
    void who_comes_and_what_helps_is_asked_once_and_shown_again() {
        var omar = windowOf("omar");
        omar.navigate(BookVisitView.class, Map.of("type", "OTHER"));
        RadioButtonGroup<Boolean> who = omar.find(RadioButtonGroup.class).all().getFirst();
        who.setValue(false);
        pressNth(omar, "time", 0);
        assertThat(omar.getCurrentView()).as("a name is missing").isInstanceOf(BookVisitView.class);
        omar.test(omar.find(TextField.class).single()).setValue("Eino Virtanen");
        pressNth(omar, "time", 0);
        assertThat(text(omar)).contains("Coming for you: Eino Virtanen", "power of attorney");
    }

    @Test
    void nobody_fetches_keys_that_are_not_there_and_is_told_why() {
        var omar = windowOf("omar");
        omar.navigate(BookVisitView.class, Map.of("type", "EXTRA_KEY_PICKUP"));
        assertThat(text(omar)).contains("The extra key is not ready yet");
        assertThat(omar.find(NativeButton.class).withClassName("time").all()).isEmpty();
    }
}
