package fi.kotiovi.backoffice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.contact.Answerer;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Teams;
import fi.kotiovi.vocabulary.Language;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LeadTest extends OfficeTest {
    @Autowired
    private ContactQueue queue;

    @Autowired
    private Teams teams;

    @BeforeEach
    void laine_leads() {
        owner().update(
                        "insert into staff_has_role (staff_id, role) select staff_id, 'MANAGER' from staff_account where username = 'laine' on conflict do nothing");
    }

    @AfterEach
    void laine_works_at_the_desk() {
        owner().update(
                        "delete from staff_has_role where role = 'MANAGER' and staff_id = (select staff_id from staff_account where username = 'laine')");
        owner().update("delete from team");
        owner().update("delete from contact_event where reason = 'En tunne sopimusta'");
        owner().update("delete from staff_language");
        owner().update("update contact set skips = 0, mark = null, returned_reason = ''");
    }

    @Test
    void whoever_leads_sees_what_was_skipped_three_times_and_others_do_not() {
        owner().update("update contact set skips = 3, mark = 'HANDED_BACK', returned_reason = 'Liian vaikea' where id ="
                + " (select id from contact where state = 'NEW' order by arrived_at, id limit 1)");
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            assertThat(oja.find(LeadNotice.class).all()).isEmpty();
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(QueueView.class);
            assertThat(laine.find(LeadNotice.class).single().getElement().getTextRecursively())
                    .contains("ohitettu 3 kertaa", "Liian vaikea");
        }
    }

    @Test
    void a_team_of_another_topic_leaves_its_people_with_what_is_theirs() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(TeamsView.class);
            laine.find(TextField.class).single().setValue("Vuokrat");
            press(laine, "Lisää tiimi");
            assertThat(card(laine).getElement().getTextRecursively()).contains("Tiimissä ei ole ketään");
            choose(laine, 0, 0);
            choose(laine, 1, 0);
            press(laine, "Tallenna");
            var saved = as("laine", teams::list).getFirst();
            assertThat(saved.members()).hasSize(1);
            assertThat(saved.topics()).containsExactly("RENT");
            assertThat(card(laine).getElement().getTextRecursively()).doesNotContain("Tiimissä ei ole ketään");
            press(laine, "Lakkauta tiimi");
            assertThat(laine.find(TeamCard.class).all()).isEmpty();
        }
    }

    @Test
    void a_team_without_a_name_is_told_beside_the_field() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(TeamsView.class);
            press(laine, "Lisää tiimi");
            var name = laine.find(TextField.class).single();
            assertThat(name.getErrorMessage()).isEqualTo("Anna tiimille nimi.");
            name.setValue("Avaimet");
            press(laine, "Lisää tiimi");
            name.setValue("Avaimet");
            press(laine, "Lisää tiimi");
            assertThat(name.getErrorMessage()).isEqualTo("Tämän niminen tiimi on jo.");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_languages_of_somebody_are_kept_at_once() {
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(TeamsView.class);
            CheckboxGroup<Language> first =
                    laine.find(CheckboxGroup.class).all().getFirst();
            first.setValue(Set.of(Language.SV));
            assertThat(as("laine", teams::answerers))
                    .extracting(Answerer::languages)
                    .contains(Set.of(Language.SV));
        }
    }

    @Test
    void what_is_for_others_is_shown_as_theirs() {
        owner().update(
                        "insert into staff_language (staff_id, language) select staff_id, 'SV' from staff_account where username = 'oja'");
        var finnish = as("oja", () -> queue.waiting(0, 50)).stream()
                .filter(contact -> contact.language() == Language.FI)
                .findFirst();
        assertThat(finnish.orElseThrow().standing().mine()).isFalse();
        try (var office = office()) {
            var oja = office.newUser(signedIn("oja")).newWindow();
            oja.navigate(QueueView.class);
            assertThat(oja.find(WaitingList.class).single().getElement().getTextRecursively())
                    .contains("toisille");
        }
    }

    @Test
    void the_page_of_the_meeting_says_what_was_skipped_why_and_where_help_is_needed() {
        // the demo's town serves the other tests too, with teams and languages of their own
        owner().update("update contact_event set at = at - interval '30 days'");
        var taken = as("oja", queue::takeNext).orElseThrow();
        as("oja", () -> queue.handBack(taken.id(), "En tunne sopimusta"));
        try (var office = office()) {
            var laine = office.newUser(signedIn("laine")).newWindow();
            laine.navigate(FairnessView.class);
            var words = laine.find(FairnessView.class).single().getElement().getTextRecursively();
            assertThat(words).contains("En tunne sopimusta", "0ohi vuoron", "Aiheittain");
        }
    }

    private static TeamCard card(BrowserlessUIContext window) {
        return window.find(TeamCard.class).single();
    }

    @SuppressWarnings("unchecked")
    private static void choose(BrowserlessUIContext window, int box, int item) {
        window.activate();
        MultiSelectComboBox<Object> choices =
                window.find(MultiSelectComboBox.class).all().get(box);
        choices.select(choices.getListDataView().getItem(item));
    }
}
