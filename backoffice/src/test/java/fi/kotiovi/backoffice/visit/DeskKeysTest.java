package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.vocabulary.Language;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Keys that change hands at the desk, booked or not. */
class DeskKeysTest extends VisitToday {
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
                    .startsWith("Luovutettu: K\u2011");
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
                    .startsWith("Luovutettu: K\u2011");
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

    private static void tickFirst(BrowserlessUIContext window) {
        var tick = window.find(KeyTick.class).all().stream()
                .filter(KeyTick::isMovable)
                .findFirst()
                .orElseThrow();
        tick.tick(true);
    }
}
