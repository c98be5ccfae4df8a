package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.visit.DisplacedVisits.Displaced;
import java.util.List;

/** Who holds a time that the calendar no longer has, and the one step that asks each for another. */
class DisplacedCard extends Article {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 20;

    DisplacedCard(List<Displaced> visits, boolean mayAsk, Runnable ask) {
        addClassNames("card", "displaced");
        var toAsk = visits.stream().filter(visit -> visit.askedAt() == null).count();
        var title = new H2(getTranslation("calendar.displaced", visits.size()));
        title.addClassName("grow");
        var head = new Div(title);
        head.addClassNames("row", "wrap");
        if (mayAsk && toAsk > 0) {
            head.add(Buttons.primary(getTranslation("calendar.ask", toAsk), ask));
        }
        add(head);
        visits.stream().limit(SHOWN).forEach(visit -> add(row(visit)));
        if (visits.size() > SHOWN) {
            add(new Paragraph(getTranslation("calendar.displaced.more", visits.size() - SHOWN)));
        }
    }

    private Div row(Displaced visit) {
        var language = Languages.current();
        var when = new Span(Formats.moment(visit.local(), language));
        when.addClassNames("num", "strong");
        var who = new Span(visit.residentName());
        who.addClassName("grow");
        var row = new Div(
                when,
                who,
                new Span(visit.type().in(language)),
                visit.askedAt() == null
                        ? new Pill(getTranslation("calendar.notAsked"), Pill.Tone.SUN)
                        : new Pill(getTranslation("calendar.askedPill"), Pill.Tone.SKY));
        row.addClassNames("row", "wrap");
        return row;
    }
}
