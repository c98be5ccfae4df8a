package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.line.CounterShifts;
import fi.kotiovi.domain.line.Opening;
import fi.kotiovi.domain.line.Shift;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where one sits: choosing a counter, what it takes, getting up, and going on in another browser. */
class CounterBar extends Div {
    private static final long serialVersionUID = 1;

    private final transient CounterShifts shifts;
    private final transient Runnable changed;
    private final List<Integer> counters;
    private final UUID seat;
    private boolean quickOnly;

    CounterBar(CounterShifts shifts, List<Integer> counters, UUID seat, Runnable changed) {
        this.shifts = shifts;
        this.counters = List.copyOf(counters);
        this.seat = seat;
        this.changed = changed;
        addClassName("counter-bar");
    }

    /** Somebody who sits at a counter already goes on here, and the other browser is told. */
    void arrive() {
        shifts.mine().filter(shift -> !shift.seat().equals(seat)).ifPresent(shift -> {
            shifts.takeOver(seat);
            Say.done(getTranslation("desk.tookOver", shift.counter()));
        });
    }

    void show(List<Shift> all, UUID me) {
        removeAll();
        var mine = all.stream().filter(shift -> shift.staff().equals(me)).findFirst();
        if (mine.isEmpty()) {
            choose(all);
        } else if (mine.get().seat().equals(seat)) {
            sits(mine.get());
        } else {
            elsewhere(mine.get());
        }
    }

    private void choose(List<Shift> all) {
        var ask = new Paragraph(getTranslation("desk.chooseCounter"));
        ask.addClassName("strong");
        var places = new Div();
        places.addClassName("places");
        for (var counter : counters) {
            var taken = all.stream()
                    .filter(shift -> shift.counter() == counter)
                    .map(Shift::clerk)
                    .findFirst();
            places.add(place(counter, taken));
        }
        add(ask, kinds(), places);
    }

    private NativeButton place(int counter, Optional<String> taken) {
        var title = getTranslation("desk.counter", counter);
        var button = Buttons.line(taken.map(clerk -> title + " · " + clerk).orElse(title), () -> open(counter));
        button.addClassName("s");
        button.setEnabled(taken.isEmpty());
        return button;
    }

    private Div kinds() {
        var kinds = new Div(kind("desk.takes.all", false), kind("desk.takes.quick", true));
        kinds.addClassName("places");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("desk.takes"));
        return kinds;
    }

    private NativeButton kind(String key, boolean quick) {
        var button = Buttons.link(getTranslation(key), () -> {
            quickOnly = quick;
            changed.run();
        });
        button.getElement().setAttribute("aria-pressed", String.valueOf(quick == quickOnly));
        return button;
    }

    private void open(int counter) {
        switch (shifts.open(counter, quickOnly, seat)) {
            case Opening.Open _ -> {}
            case Opening.Occupied taken -> Say.problem(getTranslation("desk.counterTaken", taken.counter()));
            case Opening.Busy busy ->
                Say.problem(getTranslation("desk.stillHere", busy.inHand().label()));
        }
        changed.run();
    }

    private void sits(Shift shift) {
        var where = new Pill(
                getTranslation("desk.counter", shift.counter())
                        + (shift.quickOnly() ? " · " + getTranslation("desk.takes.quick") : ""),
                Pill.Tone.MOSS);
        var space = new Span();
        space.addClassName("grow");
        add(where, space, Buttons.link(getTranslation("desk.getUp"), () -> {
            if (!shifts.close()) {
                Say.problem(getTranslation("desk.getUp.busy"));
            }
            changed.run();
        }));
    }

    private void elsewhere(Shift shift) {
        var told = new Paragraph(getTranslation("desk.elsewhereNow", shift.counter()));
        told.addClassNames("notice", "sun");
        told.getElement().setAttribute("role", "alert");
        var here = Buttons.line(getTranslation("desk.goOnHere"), () -> {
            shifts.takeOver(seat);
            changed.run();
        });
        here.addClassName("s");
        add(told, here);
    }
}
