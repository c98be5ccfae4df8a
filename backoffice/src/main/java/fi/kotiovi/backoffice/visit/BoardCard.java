package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Locale;
import java.util.UUID;

/**
 * A visit on the board. Its state is a word and a mark as well as a colour. It is no button element, which Firefox would
 * not let anybody drag.
 */
class BoardCard extends Div implements Focusable<BoardCard> {
    private static final long serialVersionUID = 1;

    private final UUID visit;

    /** {@code reach} is over how many lanes it may spread, its own included. */
    BoardCard(DeskVisit visit, BoardHours hours, int reach, boolean chosen) {
        this.visit = visit.id();
        var language = Languages.current();
        var time = Formats.timeOf(visit.start(), language);
        var type = getTranslation("visit.type." + visit.type().code());
        var state = getTranslation("board.state." + visit.state());
        var when = new Span(time);
        when.addClassNames("num", "when");
        var first = new Div(when, new Span(visit.residentName()));
        first.addClassName("line1");
        var second = new Div(new Span(visit.state() == VisitState.BOOKED ? type : state + " · " + type));
        second.addClassName("line2");
        add(first, second);
        addClassNames("item", "visit-card", "is-" + visit.state().name().toLowerCase(Locale.ROOT));
        setClassName("chosen", chosen);
        getElement()
                .setAttribute("role", "button")
                .setAttribute("tabindex", "-1")
                .setAttribute("data-visit", visit.id().toString())
                .setAttribute("aria-pressed", String.valueOf(chosen))
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "board.card",
                                time,
                                Formats.timeOf(visit.end(), language),
                                visit.residentName(),
                                type,
                                visit.counter(),
                                state))
                .setAttribute(
                        "style",
                        "--at: %d; --long: %d; --lane: %d; --reach: %d"
                                .formatted(
                                        hours.at(visit.start()), visit.type().minutes(), visit.counter() - 1, reach));
    }

    UUID visit() {
        return visit;
    }
}
