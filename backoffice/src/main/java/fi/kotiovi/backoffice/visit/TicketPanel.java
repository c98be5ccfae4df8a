package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Elapsed;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.line.HandStep;
import fi.kotiovi.domain.line.LineTicket;
import fi.kotiovi.domain.line.Shift;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One ticket: the number big, since when, and what can be done with it. The next step is always the big button. */
class TicketPanel extends Div {
    private static final long serialVersionUID = 1;

    private final LineTicket ticket;
    private final transient Commands commands;
    private final Div actions = new Div();

    TicketPanel(
            LineTicket ticket, UUID me, Clock clock, List<Shift> colleagues, List<String> types, Commands commands) {
        this.ticket = ticket;
        this.commands = commands;
        addClassName("visit");
        actions.addClassName("visit-actions");
        add(pill(), number());
        var resident = ticket.residentName();
        if (resident != null) {
            add(new H2(resident));
        }
        add(told(clock));
        if (me.equals(ticket.clerkId())) {
            inHand(colleagues, types);
        } else {
            outOfHand();
        }
    }

    /** Where something between the facts and the steps belongs, such as keys. */
    void addWork(Div work) {
        add(work, actions);
    }

    void addSteps() {
        add(actions);
    }

    private Pill pill() {
        var matter = getTranslation("visit.type." + ticket.matter());
        var more = ticket.matters().stream()
                .map(code -> " + " + getTranslation("visit.type." + code))
                .reduce("", String::concat);
        return new Pill(
                matter + more + " · " + getTranslation("language." + ticket.language()),
                ticket.state() == TicketState.WAITING ? Pill.Tone.SUN : Pill.Tone.MOSS);
    }

    private H2 number() {
        var number = new H2(ticket.label());
        number.addClassNames("ticket-big", "num");
        return number;
    }

    private Paragraph told(Clock clock) {
        var told = new Paragraph(getTranslation("desk.ticket." + ticket.state()) + " ");
        told.addClassName("soft");
        told.add(Elapsed.since(ticket.state() == TicketState.WAITING ? ticket.arrivedAt() : ticket.since(), clock));
        return told;
    }

    private void inHand(List<Shift> colleagues, List<String> types) {
        if (ticket.state() == TicketState.CALLED) {
            key(offer("desk.start", HandStep.SERVE, true), 'a');
            var again = Buttons.line(getTranslation("desk.recall", ticket.calls()), commands::again);
            actions.add(again);
            key(again, 'u');
            key(offer("desk.noShow", HandStep.NO_SHOW, false), 'e');
        } else {
            key(offer("desk.finish", HandStep.FINISH, true), 'v');
            actions.add(moreMatters(types));
        }
        key(offer("desk.park", HandStep.PARK, false), 'p');
        if (!colleagues.isEmpty()) {
            actions.add(colleague(colleagues));
        }
        offer("desk.toLine", HandStep.RETURN, false);
    }

    private void outOfHand() {
        switch (ticket.state()) {
            case WAITING, PARKED, NO_SHOW -> {
                actions.add(Buttons.primary(getTranslation("desk.callThis", ticket.label()), commands::call));
                if (ticket.state() != TicketState.WAITING) {
                    actions.add(Buttons.line(getTranslation("desk.toLine"), commands::back));
                }
                if (ticket.state() != TicketState.NO_SHOW) {
                    actions.add(Buttons.line(getTranslation("desk.gone"), commands::gone));
                }
            }
            case CALLED, SERVING -> {
                var with = new Paragraph(getTranslation("desk.withColleague", String.valueOf(ticket.clerk())));
                with.addClassName("told");
                actions.add(with);
            }
            case SERVED, LEFT -> {
                var over = new Paragraph(getTranslation("desk.movedOn"));
                over.addClassName("told");
                actions.add(over);
            }
        }
    }

    private NativeButton offer(String key, HandStep step, boolean first) {
        var text = getTranslation(key);
        var button = first
                ? Buttons.primary(text, () -> commands.step(step))
                : Buttons.line(text, () -> commands.step(step));
        actions.add(button);
        return button;
    }

    private static void key(NativeButton button, char letter) {
        Shortcuts.letter(button, letter);
    }

    private Select<String> moreMatters(List<String> types) {
        var select = new Select<String>();
        select.setLabel(getTranslation("desk.moreMatters"));
        select.setPlaceholder(getTranslation("desk.moreMatters.none"));
        select.setItems(types.stream()
                .filter(type ->
                        !type.equals(ticket.matter()) && !ticket.matters().contains(type))
                .toList());
        select.setItemLabelGenerator(type -> getTranslation("visit.type." + type));
        select.addValueChangeListener(chosen -> commands.addMatter(chosen.getValue()));
        return select;
    }

    private Select<Shift> colleague(List<Shift> colleagues) {
        var select = new Select<Shift>();
        select.setLabel(getTranslation("desk.handOn"));
        select.setPlaceholder(getTranslation("desk.handOn.none"));
        select.setItems(colleagues);
        select.setItemLabelGenerator(
                shift -> shift.clerk() + " · " + getTranslation("desk.counterSmall", shift.counter()));
        select.addValueChangeListener(
                chosen -> commands.handOn(chosen.getValue().staff()));
        return select;
    }

    /** What the panel asks the desk to do. */
    interface Commands {
        void step(HandStep step);

        void again();

        void call();

        void back();

        void gone();

        void addMatter(String type);

        void handOn(UUID colleague);
    }
}
