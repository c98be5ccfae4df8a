package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.WhyNothing;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Free times, the nearest day first; a week at a time until the last day that can be booked. */
class SlotChooser extends Div {
    private static final long serialVersionUID = 1;
    private static final int DAYS_AT_A_TIME = 7;

    private final transient BiFunction<LocalDate, LocalDate, List<Slot>> free;
    private final transient BiFunction<LocalDate, LocalDate, WhyNothing> why;
    private final transient Consumer<Slot> chosen;
    private final LocalDate last;
    private LocalDate from;

    SlotChooser(
            BiFunction<LocalDate, LocalDate, List<Slot>> free,
            BiFunction<LocalDate, LocalDate, WhyNothing> why,
            LocalDate first,
            LocalDate last,
            Consumer<Slot> chosen) {
        this.free = free;
        this.why = why;
        this.chosen = chosen;
        this.last = last;
        this.from = first;
        addClassName("slots");
        more();
    }

    private void more() {
        var first = from;
        var found = false;
        while (!found && !from.isAfter(last)) {
            var until = from.plusDays(DAYS_AT_A_TIME - 1L);
            var days = free.apply(from, until.isAfter(last) ? last : until).stream()
                    .collect(Collectors.groupingBy(Slot::day, TreeMap::new, Collectors.toList()));
            days.forEach(this::day);
            found = !days.isEmpty();
            from = until.plusDays(1);
        }
        if (!found && getComponentCount() == 0) {
            var none = new Paragraph(getTranslation("visit.none"));
            none.addClassName("empty");
            add(none, RuleWords.lines(this, why.apply(first, last)));
        }
        if (!from.isAfter(last)) {
            var more = new NativeButton(getTranslation("visit.more"));
            more.addClassNames("btn", "line", "wide");
            more.addClickListener(click -> {
                remove(more);
                more();
            });
            add(more);
        }
    }

    private void day(LocalDate day, List<Slot> slots) {
        var times = new Div();
        times.addClassName("times");
        slots.forEach(slot -> times.add(chip(slot, () -> chosen.accept(slot))));
        add(new H2(Formats.day(day, Languages.current())), times);
    }

    private static NativeButton chip(Slot slot, Runnable action) {
        var language = Languages.current();
        var time = Formats.time(slot.local().toLocalTime(), language);
        var chip = new NativeButton(time, click -> action.run());
        chip.addClassNames("time", "num");
        chip.setAriaLabel(Formats.day(slot.day(), language) + " " + time);
        return chip;
    }

    /** With its day, for a time that stands alone. */
    static NativeButton longChip(Slot slot, Runnable action) {
        var chip = chip(slot, action);
        chip.setText(Formats.moment(slot.start(), Languages.current()));
        return chip;
    }
}
