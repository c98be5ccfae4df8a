package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.WhyNothing;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Free times: the nearest three first, then a calendar by day, a week at a time until the last day that can be booked. */
class SlotChooser extends Div {
    private static final long serialVersionUID = 1;
    private static final int DAYS_AT_A_TIME = 7;
    private static final int NEAREST = 3;

    private final transient BiFunction<LocalDate, LocalDate, List<Slot>> free;
    private final transient BiFunction<LocalDate, LocalDate, WhyNothing> why;
    private final transient Consumer<Slot> chosen;
    private final LocalDate last;
    private final Div days = new Div();
    private final Div times = new Div();
    private final H2 heading = new H2();
    private LocalDate from;
    private @Nullable NativeButton open;

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
        days.addClassName("days");
        times.addClassName("times");
        more(first);
    }

    private void more(LocalDate first) {
        while (!from.isAfter(last)) {
            var until = from.plusDays(DAYS_AT_A_TIME - 1L);
            var found = free.apply(from, until.isAfter(last) ? last : until).stream()
                    .collect(Collectors.groupingBy(Slot::day, TreeMap::new, Collectors.toList()));
            from = until.plusDays(1);
            if (!found.isEmpty()) {
                show(found);
                return;
            }
        }
        if (getComponentCount() == 0) {
            var none = new Paragraph(getTranslation("visit.none"));
            none.addClassName("empty");
            add(none, RuleWords.lines(this, why.apply(first, last)));
        }
    }

    private void show(Map<LocalDate, List<Slot>> found) {
        var first = getComponentCount() == 0;
        if (first) {
            var soonest = new Div();
            soonest.addClassName("soonest");
            found.values().stream().flatMap(List::stream).limit(NEAREST).forEach(slot -> {
                var big = longChip(slot, () -> chosen.accept(slot));
                big.addClassName("big");
                soonest.add(big);
            });
            add(
                    new H2(getTranslation("visit.soonest")),
                    soonest,
                    new H2(getTranslation("visit.bydays")),
                    days,
                    heading,
                    times);
        }
        found.forEach((day, slots) -> {
            var button = day(day, slots.size());
            days.add(button);
            if (first && open == null) {
                open(button, day, slots);
            }
        });
        if (!from.isAfter(last)) {
            var more = new NativeButton(getTranslation("visit.more"));
            more.addClassNames("btn", "line", "s");
            more.addClickListener(click -> {
                days.remove(more);
                more(from);
            });
            days.add(more);
        }
    }

    private NativeButton day(LocalDate day, int count) {
        var language = Languages.current();
        var weekday = new Span(Formats.weekday(day, language));
        var date = new Span(Formats.date(day, language));
        date.addClassNames("num", "strong");
        var button = new NativeButton();
        button.add(weekday, date);
        button.addClassName("day");
        button.setAriaLabel(getTranslation("visit.day", Formats.day(day, language), count));
        button.getElement().setAttribute("aria-pressed", "false");
        button.addClickListener(click -> open(button, day, free.apply(day, day)));
        return button;
    }

    /** Asks again what is free: others book meanwhile. */
    private void open(NativeButton button, LocalDate day, List<Slot> slots) {
        if (open != null) {
            open.getElement().setAttribute("aria-pressed", "false");
        }
        open = button;
        button.getElement().setAttribute("aria-pressed", "true");
        heading.setText(Formats.day(day, Languages.current()));
        times.removeAll();
        slots.forEach(slot -> times.add(chip(slot, () -> chosen.accept(slot))));
        if (slots.isEmpty()) {
            times.add(new Paragraph(getTranslation("visit.day.full")));
        }
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
        chip.setAriaLabel(chip.getText());
        return chip;
    }
}
