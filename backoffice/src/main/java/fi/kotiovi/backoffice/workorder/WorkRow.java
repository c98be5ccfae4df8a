package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.workorder.WorkOrder;
import java.time.Clock;
import java.time.Duration;

/** One job in a list: tap anywhere to open it. */
class WorkRow extends Anchor {
    private static final long serialVersionUID = 1;

    WorkRow(WorkOrder work, boolean mine, Ages ages, Clock clock) {
        super("work/" + work.id());
        addClassNames("card", "work-row");
        var language = Languages.current();
        var what = new Span(work.job().problem().in(language));
        what.addClassName("strong");
        var assignee = work.assigneeName();
        var where = new Span(work.door().address().in(language) + " · "
                + ages.shown(Duration.between(work.createdAt().toInstant(), clock.instant()), language)
                + (assignee == null || mine ? "" : " · " + assignee));
        where.addClassNames("soft", "small");
        var words = new Div(what, where);
        words.addClassName("grow");
        add(words, new Pill(getTranslation("work.state." + work.state()), tone(work)));
        setClassName("urgent", work.isUrgent() && work.doneAt() == null);
    }

    static Pill.Tone tone(WorkOrder work) {
        return switch (work.state()) {
            case NEW -> work.isUrgent() ? Pill.Tone.EMBER : Pill.Tone.SUN;
            case ACCEPTED, EN_ROUTE, ON_SITE -> Pill.Tone.SKY;
            case DONE -> Pill.Tone.MOSS;
            case PAUSED, NO_ACCESS -> Pill.Tone.SUN;
            case CANCELLED -> Pill.Tone.PLAIN;
        };
    }
}
