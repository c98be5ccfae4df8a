package fi.kotiovi.backoffice.knowledge;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.knowledge.Article;
import fi.kotiovi.domain.knowledge.Articles;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that is written down, what is due for a look first; how often it helped to answer. */
@Route("knowledge")
@PermitAll
public class KnowledgeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 25;
    private static final int PAUSE_MILLIS = 200;
    private static final int HUNDRED = 100;

    private final transient Articles articles;
    private final TextField words = new TextField();
    private final Select<Topic> topic = new Select<>();
    private final Checkbox due = new Checkbox();
    private final Paragraph count = new Paragraph();
    private final Div rows = new Div();
    private final NativeButton more;
    private final LocalDate today;
    private int shown;

    public KnowledgeView(Articles articles, Callers callers, Clock clock) {
        this.articles = articles;
        today = Helsinki.today(clock);
        more = Buttons.line(getTranslation("more"), this::more);
        addClassNames("sheet", "knowledge");
        var title = new H1(getTranslation("knowledge.title"));
        title.addClassName("grow");
        var head = new Div(title);
        head.addClassNames("row", "wrap");
        if (callers.anybody() instanceof Caller.Staff me && me.isAny(StaffRole.AGENT, StaffRole.MANAGER)) {
            var begin = new Anchor("knowledge/new", getTranslation("knowledge.new"));
            begin.addClassName("btn");
            head.add(begin);
        }
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        rows.addClassNames("card", "rows");
        rows.getElement().setAttribute("role", "table").setAttribute("aria-label", getTranslation("knowledge.title"));
        add(head, count, filter(), rows, more);
        show();
    }

    private Div filter() {
        words.setLabel(getTranslation("knowledge.words"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE_MILLIS);
        words.addValueChangeListener(change -> show());
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(articles.topics());
        topic.setItemLabelGenerator(one ->
                one == null ? getTranslation("knowledge.topic.all") : one.name().in(Languages.current()));
        topic.setEmptySelectionAllowed(true);
        topic.setEmptySelectionCaption(getTranslation("knowledge.topic.all"));
        topic.addValueChangeListener(change -> show());
        due.setLabel(getTranslation("knowledge.due"));
        due.addValueChangeListener(change -> show());
        var row = new Div(words, topic, due);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    private Articles.Wanted wanted() {
        @Nullable Topic chosen = topic.getValue();
        return new Articles.Wanted(words.getValue(), chosen == null ? "" : chosen.code(), due.getValue());
    }

    private void show() {
        rows.removeAll();
        shown = 0;
        var waiting = articles.due();
        count.setText(getTranslation(waiting == 0 ? "knowledge.lead.none" : "knowledge.lead", waiting));
        more();
        rows.setVisible(shown > 0);
        if (shown == 0) {
            count.setText(getTranslation("knowledge.none"));
        }
    }

    private void more() {
        var page = articles.list(wanted(), shown, PAGE + 1);
        if (shown == 0) {
            rows.add(row(
                    "columnheader",
                    heading("title"),
                    heading("topic"),
                    heading("owner"),
                    heading("review"),
                    heading("use")));
        }
        page.stream().limit(PAGE).forEach(article -> rows.add(row(article)));
        shown += Math.min(page.size(), PAGE);
        more.setVisible(page.size() > PAGE);
    }

    private Span heading(String column) {
        return new Span(getTranslation("knowledge.column." + column));
    }

    private Div row(Article article) {
        var language = Languages.current();
        var link = new Anchor("knowledge/" + article.id(), article.title().in(language));
        link.addClassName("strong");
        var name = new Span(link);
        if (article.audience() == ArticleAudience.OFFICE) {
            name.add(new Pill(getTranslation("knowledge.audience.OFFICE"), Pill.Tone.SKY));
        }
        if (article.hasProposal()) {
            name.add(new Pill(getTranslation("knowledge.proposal"), Pill.Tone.SUN));
        }
        var day = Formats.dated(article.reviewOn(), language);
        var review = article.reviewOn().isAfter(today) ? new Span(day) : new Span(new Pill(day, Pill.Tone.SUN));
        review.addClassName("num");
        var use = new Span(
                article.shown() == 0
                        ? "–"
                        : getTranslation(
                                "knowledge.use",
                                article.used(),
                                article.shown(),
                                HUNDRED * article.used() / article.shown()));
        use.addClassName("num");
        return row("cell", name, new Span(article.topic().in(language)), new Span(article.owner()), review, use);
    }

    private static Div row(String role, Span... cells) {
        var row = new Div();
        row.addClassName("article-row");
        row.setClassName("head", "columnheader".equals(role));
        row.getElement().setAttribute("role", "row");
        for (var cell : cells) {
            cell.getElement().setAttribute("role", role);
            row.add(cell);
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("knowledge.title") + " · Kotiovi";
    }
}
