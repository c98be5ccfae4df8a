package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.KeyCaller;
import fi.kotiovi.domain.key.WalkIn;
import fi.kotiovi.domain.line.LineTicket;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keys for somebody who came with a number: who it is and which home, which way, and then as for a booked visit. */
class WalkInKeys extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 200;
    private static final int LONGEST = 80;
    private static final Set<String> ABOUT_KEYS =
            Set.of("KEY_PICKUP", "KEY_RETURN", "EXTRA_KEY_PICKUP", "LOST_KEY", "BROKEN_KEY");

    private final UUID ticket;
    private final KeyErrand.Way usual;
    private final transient KeyDesk desk;
    private final transient Runnable changed;
    private final TextField search = new TextField();
    private final Div found = new Div();

    WalkInKeys(LineTicket ticket, KeyDesk desk, Runnable changed) {
        this.ticket = ticket.id();
        this.desk = desk;
        this.changed = changed;
        usual = usual(ticket);
        addClassName("walk-in-keys");
        search.setLabel(getTranslation("desk.whose"));
        search.setHelperText(getTranslation("desk.whose.helper"));
        search.setMaxLength(LONGEST);
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(typed -> find(typed.getValue()));
        found.addClassName("people");
        found.getElement().setAttribute("aria-live", "polite");
        if (isAboutKeys(ticket)) {
            ask();
        } else {
            add(Buttons.line(getTranslation("desk.keyMatter"), () -> {
                ask();
                search.focus();
            }));
        }
    }

    boolean isOf(LineTicket other) {
        return ticket.equals(other.id());
    }

    static boolean isAboutKeys(String matter) {
        return ABOUT_KEYS.contains(matter);
    }

    private static boolean isAboutKeys(LineTicket ticket) {
        return isAboutKeys(ticket.matter()) || ticket.matters().stream().anyMatch(ABOUT_KEYS::contains);
    }

    private static KeyErrand.Way usual(LineTicket ticket) {
        return switch (ticket.matter()) {
            case "KEY_RETURN" -> KeyErrand.Way.BACK;
            case "BROKEN_KEY" -> KeyErrand.Way.BROKEN;
            case "LOST_KEY" -> KeyErrand.Way.LOST;
            default -> KeyErrand.Way.OUT;
        };
    }

    private void ask() {
        removeAll();
        found.removeAll();
        search.clear();
        add(search, found);
    }

    private void find(String text) {
        found.removeAll();
        var people = desk.walkIns().find(text);
        people.forEach(one -> found.add(choice(one)));
        if (people.isEmpty() && text.strip().length() > 1) {
            found.add(new Paragraph(getTranslation("desk.whose.none")));
        }
    }

    private NativeButton choice(KeyCaller one) {
        var name = new Span(one.name());
        name.addClassName("strong");
        var where = new Span(one.address().in(Languages.current()) + " · " + lease(one));
        where.addClassNames("soft", "small");
        var button = Buttons.line("", () -> choose(one));
        button.addClassName("person");
        button.add(name, where);
        return button;
    }

    private String lease(KeyCaller one) {
        var language = Languages.current();
        var last = one.last();
        return last == null
                ? getTranslation("desk.lease.from", Formats.dated(one.from(), language))
                : getTranslation("desk.lease", Formats.dated(one.from(), language), Formats.dated(last, language));
    }

    private void choose(KeyCaller one) {
        removeAll();
        var name = new H2(one.name());
        name.addClassName("grow");
        var head = new Div(name, Buttons.link(getTranslation("desk.whose.other"), this::ask));
        head.addClassName("row");
        var where = new Paragraph(one.address().in(Languages.current()) + " · " + lease(one));
        where.addClassName("soft");
        add(head, where);
        // the address has been read, wherever the keys hang
        var who = desk.walkIns().choose(ticket, one);
        var elsewhere = one.elsewhere();
        if (elsewhere != null) {
            var room = new Paragraph(getTranslation("desk.otherRoom", elsewhere.in(Languages.current())));
            room.addClassNames("notice", "sun");
            add(room);
            return;
        }
        var work = new Div();
        add(ways(one, who, work), work);
    }

    private Div ways(KeyCaller one, WalkIn who, Div work) {
        var ways = new Div();
        ways.addClassNames("row", "wrap", "ways");
        ways.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("desk.way"));
        for (var way : List.of(KeyErrand.Way.OUT, KeyErrand.Way.BACK, KeyErrand.Way.BROKEN, KeyErrand.Way.LOST)) {
            var button = Buttons.line(getTranslation("desk.way." + way), () -> {});
            button.addClassName("s");
            button.addClickListener(pressed -> turn(ways, button, one, who, way, work));
            ways.add(button);
            if (way == usual) {
                turn(ways, button, one, who, way, work);
            }
        }
        return ways;
    }

    private void turn(Div ways, NativeButton button, KeyCaller one, WalkIn who, KeyErrand.Way way, Div work) {
        ways.getChildren()
                .forEach(
                        other -> other.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(button))));
        button.getElement().setAttribute("aria-pressed", "true");
        work.removeAll();
        work.add(new KeyHandover(new WalkInErrand(who, one.name(), way, desk), desk, changed));
    }
}
