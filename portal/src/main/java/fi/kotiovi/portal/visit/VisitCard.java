package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.VisitState;

/** A visit as a leaf of a calendar: when, what for, where, what to bring. */
public class VisitCard extends Anchor {
    private static final long serialVersionUID = 1;

    public VisitCard(Visit visit) {
        super("/visits/" + visit.id());
        addClassNames("card", "item", "row", "topped");
        var language = Languages.current();
        var time = Formats.time(visit.local().toLocalTime(), language);
        var title = new H2(getTranslation("visit.at", visit.type().name().in(language), time));
        var where = new Paragraph(
                visit.officeName().in(language) + ". " + visit.type().bring().in(language));
        where.addClassNames("soft", "small");
        var text = new Div(title, where);
        text.addClassName("grow");
        if (visit.state() != VisitState.BOOKED) {
            var state = new Span(getTranslation("visit.state." + visit.state().getLiteral()));
            state.addClassNames("pill", "plain");
            text.add(state);
        }
        add(leaf(visit), text);
    }

    private static Div leaf(Visit visit) {
        var day = visit.local().toLocalDate();
        var weekday = new Span(Formats.weekday(day, Languages.current()));
        var number = new Span(Formats.date(day, Languages.current()));
        number.addClassName("num");
        var leaf = new Div(weekday, number);
        leaf.addClassName("leaf");
        return leaf;
    }
}
