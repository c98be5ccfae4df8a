package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.Answerer;
import fi.kotiovi.domain.contact.Team;
import fi.kotiovi.domain.contact.Teaming;
import fi.kotiovi.domain.contact.Teams;
import fi.kotiovi.domain.contact.Topic;
import java.util.List;
import java.util.stream.Collectors;

/** One team: its people, and what they look after. */
class TeamCard extends Div {
    private static final long serialVersionUID = 1;

    private final transient Teams teams;
    private final Team team;
    private final transient Runnable changed;
    private final MultiSelectComboBox<Answerer> people = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Topic> topics = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Teams.Place> offices = new MultiSelectComboBox<>();

    TeamCard(Teams teams, Team team, List<Answerer> answerers, Teams.Choices choices, Runnable changed) {
        this.teams = teams;
        this.team = team;
        this.changed = changed;
        addClassNames("card", "stack");
        var language = Languages.current();
        people.setLabel(getTranslation("team.people"));
        people.setItems(answerers);
        people.setItemLabelGenerator(Answerer::name);
        people.select(answerers.stream()
                .filter(person -> team.members().contains(person.id()))
                .toList());
        people.setWidthFull();
        topics.setLabel(getTranslation("team.topics"));
        topics.setPlaceholder(getTranslation("team.topics.all"));
        topics.setItems(choices.topics());
        topics.setItemLabelGenerator(topic -> topic.name().in(language));
        topics.select(choices.topics().stream()
                .filter(topic -> team.topics().contains(topic.code()))
                .toList());
        topics.setWidthFull();
        offices.setLabel(getTranslation("team.offices"));
        offices.setPlaceholder(getTranslation("team.offices.all"));
        offices.setItems(choices.offices());
        offices.setItemLabelGenerator(office -> office.name().in(language));
        offices.select(choices.offices().stream()
                .filter(office -> team.offices().contains(office.id()))
                .toList());
        offices.setWidthFull();
        add(new H2(team.name()));
        if (team.members().isEmpty()) {
            var nobody = new Paragraph(getTranslation("team.nobody"));
            nobody.addClassNames("notice", "sun", "small");
            add(nobody);
        }
        var row = new Div(
                Buttons.line(getTranslation("team.save"), this::save),
                Buttons.link(getTranslation("team.dissolve"), this::dissolve));
        row.addClassNames("row", "wrap");
        add(people, topics, offices, row);
    }

    private void save() {
        var outcome = teams.save(new Team(
                team.id(),
                team.name(),
                people.getValue().stream().map(Answerer::id).collect(Collectors.toSet()),
                topics.getValue().stream().map(Topic::code).collect(Collectors.toSet()),
                offices.getValue().stream().map(Teams.Place::id).collect(Collectors.toSet())));
        if (outcome == Teaming.DONE) {
            Say.done(getTranslation("team.saved"));
        } else {
            Say.problem(getTranslation("team.wrong." + outcome));
        }
        changed.run();
    }

    private void dissolve() {
        teams.dissolve(team.id());
        Say.done(getTranslation("team.dissolved", team.name()));
        changed.run();
    }
}
