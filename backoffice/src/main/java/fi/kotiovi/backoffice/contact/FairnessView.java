package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Fairness;
import fi.kotiovi.domain.contact.Verdicts;
import fi.kotiovi.vocabulary.ContactVerdict;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the line keeps its promise, and where help is needed: the page of the weekly meeting. */
@Route("queue/fairness")
@RolesAllowed("MANAGER")
public class FairnessView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int SKIPS = 50;
    private static final int WORDS = 20;

    private final transient Ages ages;
    private final transient Clock clock;

    public FairnessView(Fairness fairness, Verdicts verdicts, ContactQueue queue, Ages ages, Clock clock) {
        this.ages = ages;
        this.clock = clock;
        addClassNames("sheet", "fairness");
        var topics = fairness.topics();
        var teams = fairness.teams();
        var skips = fairness.skips(SKIPS);
        add(new LineTabs(LineTabs.Tab.FAIRNESS), new H1(getTranslation("fairness.title")));
        add(figures(queue.length(), fairness.inversions(), skips.size(), fairness.answers()));
        add(help(topics.stream().filter(Fairness.Share::needsHelp).toList()));
        add(new H2(getTranslation("fairness.topics")), topics(topics));
        if (!teams.isEmpty()) {
            add(new H2(getTranslation("fairness.teams")), teams(teams));
        }
        add(new H2(getTranslation("fairness.verdicts")), verdicts(verdicts));
        add(new H2(getTranslation("fairness.skips")), skips.isEmpty() ? none() : skips(skips));
    }

    private Div figures(ContactQueue.Length length, int inversions, int skips, int answers) {
        var figures = new Div(
                figure("fairness.waiting", String.valueOf(length.waiting())),
                figure("fairness.oldest", age(length.oldest())),
                figure("fairness.inversions", String.valueOf(inversions)),
                figure("fairness.skipped", String.valueOf(skips)),
                figure("fairness.answered", String.valueOf(answers)));
        figures.addClassName("figures");
        return figures;
    }

    private Div figure(String key, String value) {
        var number = new Span(value);
        number.addClassNames("num", "figure");
        var words = new Span(getTranslation(key));
        words.addClassNames("soft", "small");
        var card = new Div(number, words);
        card.addClassName("card");
        return card;
    }

    private Div help(List<Fairness.Share> needy) {
        var box = new Div();
        box.addClassNames("notice", needy.isEmpty() ? "moss" : "sun");
        if (needy.isEmpty()) {
            box.setText(getTranslation("fairness.help.none"));
            return box;
        }
        box.add(new Paragraph(getTranslation("fairness.help")));
        for (var topic : needy) {
            box.add(new Paragraph(getTranslation(
                    topic.manned() ? "fairness.help.late" : "fairness.help.nobody",
                    topic.topic().in(Languages.current()),
                    topic.waiting(),
                    topic.late())));
        }
        return box;
    }

    private Component topics(List<Fairness.Share> topics) {
        return table(
                List.of("fairness.topic", "fairness.waiting", "fairness.oldest", "fairness.late", "fairness.skipped"),
                topics.stream()
                        .map(topic -> Stream.of(
                                topic.topic().in(Languages.current()),
                                String.valueOf(topic.waiting()),
                                age(topic.oldest()),
                                String.valueOf(topic.late()),
                                String.valueOf(topic.skips()))));
    }

    private Component teams(List<Fairness.TeamShare> teams) {
        return table(
                List.of("fairness.team", "fairness.waiting", "fairness.oldest", "fairness.people", "fairness.present"),
                teams.stream()
                        .map(team -> Stream.of(
                                team.name(),
                                String.valueOf(team.waiting()),
                                age(team.oldest()),
                                String.valueOf(team.people()),
                                String.valueOf(team.present()))));
    }

    private Component skips(List<Fairness.Skip> skips) {
        var table = table(
                List.of("fairness.contact", "fairness.when", "fairness.who", "fairness.why"),
                skips.stream()
                        .map(skip -> Stream.of(
                                skip.number() + " " + skip.subject(),
                                Formats.moment(skip.at(), Languages.current()),
                                skip.who(),
                                skip.reason())));
        table.addClassName("words");
        return table;
    }

    private Div verdicts(Verdicts verdicts) {
        var tally = verdicts.tally();
        var box = new Div();
        box.addClassName("stack");
        if (tally.isEmpty()) {
            var none = new Paragraph(getTranslation("fairness.verdicts.none"));
            none.addClassName("soft");
            box.add(none);
            return box;
        }
        var figures = new Div();
        figures.addClassName("figures");
        for (var verdict : ContactVerdict.values()) {
            figures.add(figure("fairness.verdict." + verdict, String.valueOf(tally.getOrDefault(verdict, 0))));
        }
        box.add(figures);
        var words = verdicts.words(WORDS);
        if (!words.isEmpty()) {
            var table = table(
                    List.of("fairness.contact", "fairness.when", "fairness.verdict", "fairness.word"),
                    words.stream()
                            .map(said -> Stream.of(
                                    said.number() + " " + said.subject(),
                                    Formats.moment(said.at(), Languages.current()),
                                    getTranslation("fairness.verdict." + said.verdict()),
                                    said.word())));
            table.addClassName("words");
            box.add(table);
        }
        return box;
    }

    private Paragraph none() {
        var none = new Paragraph(getTranslation("fairness.skips.none"));
        none.addClassName("soft");
        return none;
    }

    private Div table(List<String> columns, Stream<Stream<String>> lines) {
        var head = new NativeTableRow();
        columns.forEach(key -> {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        var body = new NativeTableBody();
        lines.forEach(line -> body.add(row(line.toList())));
        var scroll = new Div(new NativeTable(new NativeTableHeader(head), body));
        scroll.addClassNames("card", "table");
        // whoever has no mouse must be able to move a table that is wider than the screen
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation(columns.getFirst()));
        return scroll;
    }

    private static NativeTableRow row(List<String> cells) {
        var name = new NativeTableHeaderCell(cells.getFirst());
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(name);
        cells.stream().skip(1).map(NativeTableCell::new).forEach(row::add);
        return row;
    }

    private String age(@Nullable OffsetDateTime since) {
        return since == null
                ? "–"
                : ages.shown(Duration.between(since.toInstant(), clock.instant()), Languages.current());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("fairness.title") + " · Kotiovi";
    }
}
