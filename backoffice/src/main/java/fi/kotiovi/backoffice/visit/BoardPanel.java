package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.visit.Attending;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitBoard.Happened;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** One visit beside the board: who, what for, what to prepare, what has happened, and what can be done about it. */
class BoardPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient DeskVisit visit;

    BoardPanel(DeskVisit visit, BoardServices services, Clock clock, Runnable move, Runnable cancel, Runnable close) {
        this.visit = visit;
        var language = Languages.current();
        addClassName("visit");
        var leave = Buttons.link(getTranslation("board.close"), close);
        var top = new Div(
                new Pill(
                        getTranslation("visit.type." + visit.type().code()) + " · "
                                + getTranslation("board.state." + visit.state()),
                        tone()),
                leave);
        top.addClassNames("row", "panel-top");
        var name = new H2(visit.residentName());
        name.addClassName("big");
        var when = new Paragraph(
                Formats.moment(visit.local(), language) + " · " + getTranslation("desk.counterSmall", visit.counter()));
        when.addClassNames("strong", "num");
        add(top, name, when, home());
        whoComes(visit.attending());
        if (visit.type().handsOverKeys() && visit.homeId() != null) {
            services.keys()
                    .preparations()
                    .of(visit.id())
                    .ifPresent(ready -> add(new Paragraph(getTranslation(
                            "board.keys", ready.staged().size(), ready.keys().size()))));
        }
        add(new H3(getTranslation("board.history")), history(services.board().history(visit.id())));
        var actions = new Div();
        actions.addClassName("visit-actions");
        if (visit.state() == VisitState.BOOKED && visit.start().isAfter(Helsinki.now(clock))) {
            var moves = Buttons.primary(getTranslation("board.move"), move);
            Shortcuts.letter(moves, 'm');
            actions.add(moves, Buttons.line(getTranslation("board.cancel"), cancel));
        }
        var desk = new Anchor("desk?visit=" + visit.id(), getTranslation("board.toDesk"));
        desk.addClassNames("btn", "line");
        actions.add(desk);
        add(actions);
    }

    private Pill.Tone tone() {
        return switch (visit.state()) {
            case CHECKED_IN, CALLED, SERVING -> Pill.Tone.MOSS;
            case HELD -> Pill.Tone.SUN;
            case BOOKED -> Pill.Tone.SKY;
            case SERVED, NO_SHOW, CANCELLED_RESIDENT, CANCELLED_OFFICE, EXPIRED -> Pill.Tone.PLAIN;
        };
    }

    private Paragraph home() {
        var address = visit.address();
        var line = new Paragraph((address == null ? "" : address.in(Languages.current()) + " · ")
                + getTranslation("language."
                        + Objects.requireNonNullElse(visit.attending().spoken(), visit.language()))
                + " · " + visit.number());
        line.addClassName("soft");
        return line;
    }

    private void whoComes(Attending attending) {
        if (attending.proxyName() != null) {
            add(new Paragraph(getTranslation("desk.proxy", attending.proxyName())));
        }
        if (!attending.needs().isEmpty()) {
            var needs = new Div();
            needs.addClassNames("row", "wrap");
            attending.needs().forEach(need -> needs.add(new Pill(getTranslation("need." + need), Pill.Tone.SUN)));
            add(needs);
        }
    }

    private OrderedList history(List<Happened> lines) {
        var history = new OrderedList();
        history.addClassName("happened");
        lines.forEach(line -> history.add(line(line)));
        return history;
    }

    private ListItem line(Happened happened) {
        var language = Languages.current();
        var what = new Span(getTranslation("board.event." + happened.kind(), place(happened)));
        var by = happened.by();
        var who = new Span(Formats.moment(happened.at(), language) + (by == null ? "" : " · " + by));
        who.addClassNames("soft", "small", "num");
        var item = new ListItem(what, who);
        if (happened.reason() != null) {
            var why = new Span(getTranslation("board.event.reason", happened.reason()));
            why.addClassName("small");
            item.add(why);
        }
        return item;
    }

    private String place(Happened happened) {
        var counter = happened.counter();
        var at = counter == null ? "" : getTranslation("desk.counterSmall", counter);
        if (happened.kind() == VisitEventKind.COUNTER_CHANGED) {
            return at;
        }
        return Formats.moment(happened.start(), Languages.current()) + (at.isEmpty() ? "" : ", " + at);
    }
}
