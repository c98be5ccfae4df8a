package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.line.LineTimes;
import fi.kotiovi.domain.visit.CalendarFeeds;
import fi.kotiovi.domain.visit.VisitDesk;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How long people waited and were served in four weeks, for the weekly meeting. */
@Route("desk/times")
@RolesAllowed({"DESK", "MANAGER"})
public class LineTimesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int WEEKS = 4;
    private static final List<String> COLUMNS =
            List.of("visitors", "booked", "waited", "most", "walked", "served", "absent");

    private final transient LineTimes times;
    private final LocalDate today;
    private final Div inside = new Div();
    private LocalDate last;

    public LineTimesView(LineTimes times, VisitDesk desk, CalendarFeeds feeds, Clock clock) {
        this.times = times;
        today = Helsinki.today(clock);
        last = today;
        addClassNames("sheet", "line-times");
        inside.addClassName("stack");
        add(
                new RouterLink(getTranslation("times.back"), DeskView.class),
                inside,
                new CounterAddress(feeds, desk.desk().counters()));
        draw();
    }

    private void draw() {
        inside.removeAll();
        var first = last.minusWeeks(WEEKS).plusDays(1);
        var review = times.between(first, last);
        inside.add(new H1(getTranslation("times.title", date(first), date(last))), spans());
        var all = review.all();
        if (all.visitors() == 0) {
            inside.add(new Paragraph(getTranslation("times.none")));
            return;
        }
        inside.add(new Paragraph(
                all.served() == 0
                        ? getTranslation("times.noneServed", all.visitors())
                        : getTranslation(
                                "times.sum", all.visitors(), minutes(all.halfWaited()), minutes(all.mostWaited()))));
        inside.add(table("times.day", review.days().stream().map(day -> line(date(day.day()), day.times()))));
        inside.add(new H2(getTranslation("times.matters")));
        inside.add(table(
                "times.matter",
                review.matters().stream()
                        .map(matter -> line(matter.matter().in(Languages.current()), matter.times()))));
        var note = new Paragraph(getTranslation("times.note"));
        note.addClassName("soft");
        inside.add(note);
    }

    private Div spans() {
        var before = Buttons.line(getTranslation("times.before"), () -> go(last.minusWeeks(WEEKS)));
        var after = Buttons.line(getTranslation("times.after"), () -> go(last.plusWeeks(WEEKS)));
        after.setVisible(last.isBefore(today));
        var spans = new Div(before, after);
        spans.addClassNames("row", "wrap");
        return spans;
    }

    private void go(LocalDate to) {
        last = to;
        draw();
    }

    private Component table(String what, Stream<NativeTableRow> lines) {
        var head = new NativeTableRow();
        Stream.concat(Stream.of(what), COLUMNS.stream().map(column -> "times." + column))
                .map(key -> new NativeTableHeaderCell(getTranslation(key)))
                .forEach(cell -> {
                    cell.getElement().setAttribute("scope", "col");
                    head.add(cell);
                });
        var body = new NativeTableBody();
        lines.forEach(body::add);
        var table = new NativeTable(new NativeTableHeader(head), body);
        var scroll = new Div(table);
        scroll.addClassNames("card", "table");
        // whoever has no mouse must be able to move a table that is wider than the screen
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation(what));
        return scroll;
    }

    private static NativeTableRow line(String of, LineTimes.Times times) {
        var name = new NativeTableHeaderCell(of);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(name);
        Stream.of(
                        String.valueOf(times.visitors()),
                        String.valueOf(times.booked()),
                        of(times, times.halfWaited()),
                        of(times, times.mostWaited()),
                        of(times, times.halfWalked()),
                        of(times, times.halfServed()),
                        String.valueOf(times.noShows() + times.left()))
                .map(NativeTableCell::new)
                .forEach(row::add);
        return row;
    }

    private static String of(LineTimes.Times times, Duration span) {
        return times.served() == 0 ? "–" : minutes(span);
    }

    private static String date(LocalDate day) {
        return Formats.date(day, Languages.current());
    }

    /** Whole minutes, and seconds below the first. */
    private static String minutes(Duration span) {
        return span.toSeconds() < 60 ? span.toSeconds() + " s" : Math.round(span.toSeconds() / 60.0) + " min";
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.times") + " · Kotiovi";
    }
}
