package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fi.kotiovi.backoffice.calendar.OpeningWords;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.visit.VisitBoard.Day;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which days, which counters, and the ways to others. */
class BoardHead extends Div {
    private static final long serialVersionUID = 1;
    private static final int ALL = 0;

    private final Localized office;
    private final transient Consumer<BoardPage> go;
    private final H1 title = new H1();
    private final Paragraph note = new Paragraph();
    private final Select<Integer> counter = new Select<>();
    private final NativeButton before;
    private final NativeButton after;
    private final NativeButton dayMode;
    private final NativeButton weekMode;
    private BoardPage page;

    BoardHead(
            Localized office,
            List<Integer> counters,
            BoardPage page,
            Supplier<LocalDate> today,
            Consumer<BoardPage> go) {
        this.office = office;
        this.page = page;
        this.go = go;
        addClassName("desk-head");
        title.addClassName("grow");
        note.addClassNames("soft", "board-note");
        before = step("‹", 'p', -1);
        after = step("›", 'n', 1);
        var now = Buttons.line(getTranslation("desk.today"), () -> go.accept(this.page.on(today.get())));
        Shortcuts.letter(now, 't');
        dayMode = mode("board.day", 'd', false);
        weekMode = mode("board.week", 'w', true);
        counter.setAriaLabel(getTranslation("board.counter"));
        counter.setItems(Stream.concat(Stream.of(ALL), counters.stream()).toList());
        counter.setItemLabelGenerator(
                number -> number == ALL ? getTranslation("board.counter.all") : getTranslation("desk.counter", number));
        counter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go.accept(this.page.at(change.getValue() == ALL ? null : change.getValue()));
            }
        });
        var row =
                new Div(title, group("board.mode", dayMode, weekMode), group("desk.day", before, now, after), counter);
        row.addClassName("row");
        add(row, note);
    }

    private NativeButton step(String sign, char letter, int steps) {
        var button = Buttons.line(sign, () -> go.accept(page.further(steps)));
        Shortcuts.letter(button, letter);
        return button;
    }

    private NativeButton mode(String text, char letter, boolean week) {
        var button = Buttons.line(getTranslation(text), () -> go.accept(page.asWeek(week)));
        Shortcuts.letter(button, letter);
        return button;
    }

    private Div group(String label, NativeButton... buttons) {
        var group = new Div(buttons);
        group.addClassName("days");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation(label));
        Stream.of(buttons).forEach(button -> button.addClassName("s"));
        return group;
    }

    void show(BoardPage shown, List<Day> days) {
        page = shown;
        var language = Languages.current();
        var where = page.week()
                ? getTranslation(
                        "board.weekTitle",
                        String.valueOf(page.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        Formats.date(page.first(), language),
                        Formats.date(page.last(), language))
                : Formats.longDay(page.day(), language);
        title.setText(where + ", " + office.in(language));
        var why = page.week() ? "" : OpeningWords.why(this, days.getFirst().opening());
        note.setText(why);
        note.setVisible(!why.isEmpty());
        before.setAriaLabel(getTranslation(page.week() ? "calendar.weekBefore" : "desk.dayBefore"));
        after.setAriaLabel(getTranslation(page.week() ? "calendar.weekAfter" : "desk.dayAfter"));
        dayMode.getElement().setAttribute("aria-pressed", String.valueOf(!page.week()));
        weekMode.getElement().setAttribute("aria-pressed", String.valueOf(page.week()));
        var wanted = page.counter();
        counter.setValue(
                wanted == null || counter.getGenericDataView().getItems().noneMatch(wanted::equals) ? ALL : wanted);
    }
}
