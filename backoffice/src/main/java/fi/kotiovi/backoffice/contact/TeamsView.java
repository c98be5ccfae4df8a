package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.AnswerTimes;
import fi.kotiovi.domain.contact.Answerer;
import fi.kotiovi.domain.contact.Teaming;
import fi.kotiovi.domain.contact.Teams;
import fi.kotiovi.vocabulary.Language;
import jakarta.annotation.security.RolesAllowed;

/** Who takes what from the line: teams with their people, topics and offices, and who answers in which language. */
@Route("queue/teams")
@RolesAllowed("MANAGER")
public class TeamsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Teams teams;
    private final Div list = new Div();
    private final Div people = new Div();

    public TeamsView(Teams teams, AnswerTimes times) {
        this.teams = teams;
        addClassNames("sheet", "teams");
        list.addClassName("stack");
        people.addClassNames("card", "stack");
        var lead = new Paragraph(getTranslation("team.lead"));
        lead.addClassName("soft");
        add(
                new LineTabs(LineTabs.Tab.TEAMS),
                new H1(getTranslation("team.title")),
                lead,
                list,
                form(),
                people,
                new AnswerTimeCard(times));
        show();
    }

    private void show() {
        var answerers = teams.answerers();
        var choices = teams.choices();
        list.removeAll();
        teams.list().forEach(team -> list.add(new TeamCard(teams, team, answerers, choices, this::show)));
        people.removeAll();
        var hint = new Paragraph(getTranslation("team.languages.hint"));
        hint.addClassName("soft");
        people.add(new H2(getTranslation("team.languages")), hint);
        var grid = new Div();
        grid.addClassName("people");
        answerers.forEach(person -> grid.add(languages(person)));
        people.add(grid);
    }

    private CheckboxGroup<Language> languages(Answerer person) {
        var group = new CheckboxGroup<Language>(person.name());
        group.setItems(Language.values());
        group.setItemLabelGenerator(language -> getTranslation("language." + language));
        group.setValue(person.languages());
        group.addValueChangeListener(changed -> {
            teams.answersIn(person.id(), changed.getValue());
            Say.done(getTranslation("team.saved"));
        });
        return group;
    }

    private Div form() {
        var name = new TextField(getTranslation("team.name"));
        name.setMaxLength(Teams.LONGEST_NAME);
        var add = Buttons.primary(getTranslation("team.add"), () -> {
            var outcome = teams.add(name.getValue());
            name.setErrorMessage(getTranslation("team.wrong." + outcome));
            name.setInvalid(outcome != Teaming.DONE);
            if (outcome == Teaming.DONE) {
                name.clear();
                show();
            }
        });
        var row = new Div(name, add);
        row.addClassNames("row", "wrap", "fields");
        var card = new Div(new H2(getTranslation("team.new")), row);
        card.addClassNames("card", "stack");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.title") + " · Kotiovi";
    }
}
