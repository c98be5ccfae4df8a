package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.line.LineTicket;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Who waits, in the order in which they are called; below them those set aside, at counters, and not come. */
class LineList extends Div {
    private static final long serialVersionUID = 1;

    private final transient Consumer<UUID> choose;
    private final transient Clock clock;

    LineList(Clock clock, Consumer<UUID> choose) {
        this.clock = clock;
        this.choose = choose;
        addClassName("line-list");
    }

    void show(List<LineTicket> tickets, Optional<UUID> chosen) {
        removeAll();
        var waiting = of(tickets, TicketState.WAITING);
        group("desk.line.waiting", waiting, chosen);
        if (waiting.isEmpty()) {
            var nobody = new Paragraph(getTranslation("desk.line.nobody"));
            nobody.addClassName("soft");
            add(nobody);
        }
        group("desk.line.parked", of(tickets, TicketState.PARKED), chosen);
        group("desk.line.atCounters", of(tickets, TicketState.CALLED, TicketState.SERVING), chosen);
        group("desk.line.missed", of(tickets, TicketState.NO_SHOW), chosen);
    }

    private static List<LineTicket> of(List<LineTicket> tickets, TicketState... states) {
        return tickets.stream()
                .filter(ticket -> List.of(states).contains(ticket.state()))
                .toList();
    }

    private void group(String key, List<LineTicket> tickets, Optional<UUID> chosen) {
        if (tickets.isEmpty()) {
            return;
        }
        add(new H2(getTranslation(key, tickets.size())));
        tickets.forEach(
                ticket -> add(row(ticket, chosen.filter(ticket.id()::equals).isPresent())));
    }

    private NativeButton row(LineTicket ticket, boolean isChosen) {
        var label = new Span(ticket.label());
        label.addClassNames("num", "label");
        var what = new Span(getTranslation("visit.type." + ticket.matter()));
        what.addClassName("strong");
        var who = new Span(who(ticket));
        who.addClassNames("soft", "who-line");
        var words = new Div(what, who);
        words.addClassName("words");
        var time = new Span(time(ticket));
        time.addClassNames("num", "soft", "time");
        var row = new NativeButton("", click -> choose.accept(ticket.id()));
        row.add(label, words, time);
        row.addClassNames("line-row", "state-" + ticket.state());
        row.setClassName("chosen", isChosen);
        row.getElement().setAttribute("aria-pressed", String.valueOf(isChosen));
        return row;
    }

    private String who(LineTicket ticket) {
        var resident = ticket.residentName();
        var booked = resident == null
                ? getTranslation("desk.line.walkIn")
                : resident + " · " + Formats.timeOf(ticket.dueAt(), Languages.current());
        var promised = ticket.promisedTo();
        var counter = ticket.counter();
        return booked
                + (promised == null ? "" : " · " + getTranslation("desk.line.promised", promised))
                + (counter == null ? "" : " · " + getTranslation("desk.counterSmall", counter));
    }

    /** How long in the present state, or until when somebody early waits at least. */
    private String time(LineTicket ticket) {
        var now = clock.instant();
        if (ticket.state() == TicketState.WAITING && ticket.ripeAt().toInstant().isAfter(now)) {
            return getTranslation("desk.line.from", Formats.timeOf(ticket.ripeAt(), Languages.current()));
        }
        var from = ticket.state() == TicketState.WAITING ? ticket.arrivedAt() : ticket.since();
        return getTranslation(
                "desk.line.minutes",
                Math.max(0, Duration.between(from.toInstant(), now).toMinutes()));
    }
}
