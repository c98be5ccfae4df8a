package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.visit.DeskVisit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A day as counters beside each other and time downwards, half an hour a row. */
class DayPlan extends Div {
    private static final long serialVersionUID = 1;
    private static final int ROW_MINUTES = 30;

    private final List<Integer> counters;
    private final transient Consumer<UUID> choose;
    private final transient Supplier<Optional<LocalDate>> upcoming;
    private final transient Consumer<LocalDate> go;

    /** {@code upcoming} is the next day on which somebody comes; an empty day leads there. */
    DayPlan(
            List<Integer> counters,
            Consumer<UUID> choose,
            Supplier<Optional<LocalDate>> upcoming,
            Consumer<LocalDate> go) {
        this.counters = List.copyOf(counters);
        this.choose = choose;
        this.upcoming = upcoming;
        this.go = go;
        addClassNames("plan", "num");
        getElement().setAttribute("style", "--counters: " + counters.size());
    }

    /** {@code clerks} says who sits at which counter, where anybody has said so. */
    void show(List<DeskVisit> visits, Map<Integer, String> clerks, Optional<UUID> chosen, LocalDateTime now) {
        removeAll();
        if (visits.isEmpty()) {
            var empty = new Div(new Paragraph(getTranslation("desk.empty")));
            empty.addClassName("calm");
            upcoming.get()
                    .ifPresent(day -> empty.add(Buttons.line(
                            getTranslation("desk.upcoming", Formats.day(day, Languages.current())),
                            () -> go.accept(day))));
            add(empty);
            return;
        }
        add(new Span());
        counters.forEach(counter -> add(headline(visits, clerks, counter)));
        var rows = visits.stream()
                .collect(Collectors.groupingBy(
                        visit -> rowOf(visit.local().toLocalTime()), TreeMap::new, Collectors.toList()));
        for (var time = rows.firstKey(); !time.isAfter(rows.lastKey()); time = time.plusMinutes(ROW_MINUTES)) {
            add(row(time, now));
            var row = rows.getOrDefault(time, List.of());
            for (var counter : counters) {
                add(cell(
                        row.stream().filter(visit -> visit.counter() == counter).toList(), chosen));
            }
            if (time.equals(LocalTime.MAX) || time.isAfter(LocalTime.of(23, 0))) {
                break;
            }
        }
    }

    /** On a day when nobody has said where they sit, it is known from whom a counter served last. */
    private Span headline(List<DeskVisit> visits, Map<Integer, String> clerks, int counter) {
        var sits = Optional.ofNullable(clerks.get(counter));
        var clerk = clerks.isEmpty() ? servedLast(visits, counter) : sits;
        var title = getTranslation("desk.counter", counter);
        var headline = new Span(clerk.map(name -> title + " · " + name).orElse(title));
        headline.addClassName("h");
        return headline;
    }

    private static Optional<String> servedLast(List<DeskVisit> visits, int counter) {
        return visits.stream()
                .filter(visit -> visit.counter() == counter)
                .map(DeskVisit::servedBy)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .reduce((before, after) -> after);
    }

    private static Span row(LocalTime time, LocalDateTime now) {
        var label = new Span(Formats.time(time, Languages.current()));
        label.addClassName("t");
        label.setClassName("current", rowOf(now.toLocalTime()).equals(time));
        return label;
    }

    private Div cell(List<DeskVisit> visits, Optional<UUID> chosen) {
        var cell = new Div();
        cell.addClassName("cell");
        cell.setClassName("free", visits.isEmpty());
        visits.forEach(
                visit -> cell.add(card(visit, chosen.filter(visit.id()::equals).isPresent())));
        return cell;
    }

    private NativeButton card(DeskVisit visit, boolean chosen) {
        var language = Languages.current();
        var type = new Span(getTranslation("visit.type." + visit.type().code()));
        type.addClassName("strong");
        var time = new Span(Formats.time(visit.local().toLocalTime(), language));
        var state = look(visit)
                .map(word -> getTranslation("desk.state." + word) + " · ")
                .orElse("");
        var address = visit.address();
        var who = new Span(state + visit.residentName() + (address == null ? "" : ", " + address.in(language)));
        who.addClassName("line2");
        var card = new NativeButton("", event -> choose.accept(visit.id()));
        card.addClassName("v");
        look(visit).ifPresent(card::addClassName);
        card.setClassName("chosen", chosen);
        card.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        var first = new Div(type, time);
        first.addClassName("line1");
        card.add(first, who);
        return card;
    }

    private static Optional<String> look(DeskVisit visit) {
        return switch (visit.state()) {
            case CHECKED_IN, CALLED -> Optional.of("here");
            case SERVING -> Optional.of("now");
            case SERVED -> Optional.of("done");
            case NO_SHOW -> Optional.of("absent");
            case HELD, BOOKED, CANCELLED_RESIDENT, CANCELLED_OFFICE, EXPIRED -> Optional.empty();
        };
    }

    private static LocalTime rowOf(LocalTime time) {
        return LocalTime.of(time.getHour(), time.getMinute() / ROW_MINUTES * ROW_MINUTES);
    }
}
