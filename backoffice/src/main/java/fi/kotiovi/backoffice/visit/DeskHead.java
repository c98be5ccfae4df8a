package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Which day and where, how many are here, and the next one. */
class DeskHead extends Div {
    private static final long serialVersionUID = 1;

    private final Localized office;
    private final transient Clock clock;
    private final H1 title = new H1();
    private final Div state = new Div();
    private final NativeButton next;
    private LocalDate day;

    DeskHead(Localized office, Clock clock, Consumer<LocalDate> go, Runnable serveNext) {
        this.office = office;
        this.clock = clock;
        day = Helsinki.today(clock);
        addClassName("desk-head");
        title.addClassName("grow");
        state.addClassNames("row", "grow");
        state.getElement().setAttribute("aria-live", "polite");
        next = Buttons.primary(getTranslation("desk.next"), serveNext);
        next.addClassName("s");
        Shortcuts.letter(next, 'n');
        var first = new Div(title, days(go));
        var second = new Div(state, next);
        first.addClassName("row");
        second.addClassName("row");
        add(first, second);
    }

    private Div days(Consumer<LocalDate> go) {
        var before = Buttons.line("‹", () -> go.accept(day.minusDays(1)));
        before.setAriaLabel(getTranslation("desk.dayBefore"));
        var today = Buttons.line(getTranslation("desk.today"), () -> go.accept(Helsinki.today(clock)));
        var after = Buttons.line("›", () -> go.accept(day.plusDays(1)));
        after.setAriaLabel(getTranslation("desk.dayAfter"));
        var days = new Div(before, today, after);
        days.addClassName("days");
        days.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("desk.day"));
        days.getChildren().forEach(button -> button.addClassName("s"));
        return days;
    }

    void show(LocalDate shown, List<DeskVisit> visits) {
        day = shown;
        var language = Languages.current();
        title.setText(Formats.longDay(shown, language) + ", " + office.in(language));
        var here = count(visits, VisitState.CHECKED_IN);
        var coming = count(visits, VisitState.BOOKED);
        state.removeAll();
        if (here > 0) {
            state.add(new Pill(getTranslation("desk.here", here), Pill.Tone.SUN));
        }
        if (coming > 0) {
            state.add(new Pill(getTranslation("desk.coming", coming), Pill.Tone.SKY));
        }
    }

    private static long count(List<DeskVisit> visits, VisitState wanted) {
        return visits.stream().filter(visit -> visit.state() == wanted).count();
    }
}
