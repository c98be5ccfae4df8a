package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.visit.Attending;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.CancelReason;
import java.util.stream.Collectors;

/** A visit on a card: when, what for, where, what to bring, who comes. */
class VisitFacts extends Div {
    private static final long serialVersionUID = 1;

    VisitFacts(Visit visit) {
        addClassNames("card", "facts");
        var language = Languages.current();
        var when = new H2(Formats.day(visit.local().toLocalDate(), language)
                + " "
                + getTranslation("visit.clock", Formats.time(visit.local().toLocalTime(), language)));
        when.addClassName("big");
        var what = new Paragraph(visit.type().name().in(language) + ", "
                + getTranslation("visit.minutes", visit.type().minutes()));
        var where = new Paragraph(visit.officeName().in(language) + ", " + visit.officeAddress());
        where.addClassName("soft");
        var bring = new Paragraph(visit.type().bring().in(language));
        bring.addClassName("tip");
        add(when, what, where);
        if (visit.cancelReason() == null) {
            add(bring);
        }
        told(visit);
        attending(visit.attending());
        var number = new Span(visit.number());
        number.addClassNames("soft", "small", "num");
        add(number);
    }

    /** Why the office called it off. */
    private void told(Visit visit) {
        var reason = visit.cancelReason();
        if (reason != null && reason != CancelReason.OTHER) {
            add(new Paragraph(getTranslation("visit.told." + reason.getLiteral())));
        }
        if (visit.cancelWords() != null) {
            add(new Paragraph(visit.cancelWords()));
        }
    }

    private void attending(Attending attending) {
        var proxy = attending.proxyName();
        if (proxy != null) {
            add(new Paragraph(getTranslation("visit.who.proxy.comes", proxy)));
            var bring = new Paragraph(getTranslation("visit.who.proxy.bring"));
            bring.addClassName("tip");
            add(bring);
        }
        var spoken = attending.spoken();
        if (spoken != null) {
            add(new Paragraph(
                    getTranslation("visit.spoken.line", getTranslation("visit.spoken." + spoken.getLiteral()))));
        }
        if (!attending.needs().isEmpty()) {
            add(new Paragraph(attending.needs().stream()
                    .map(need -> getTranslation("visit.need." + need.getLiteral()))
                    .collect(Collectors.joining(", "))));
        }
    }
}
