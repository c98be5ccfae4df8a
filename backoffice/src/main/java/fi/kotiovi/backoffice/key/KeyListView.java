package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.key.KeyLeftovers;
import fi.kotiovi.domain.key.Preparation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** What to take off the wall for whom, in the order in which it hangs; made to be printed as well. */
@Route("keys/list")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyListView extends KeyPage {
    private static final long serialVersionUID = 1;

    private final transient KeyDesk desk;
    private final transient Clock clock;
    private final transient KeyLeftovers leftovers;
    private final Div back = new Div();
    private final H2 day = new H2();
    private LocalDate shown = LocalDate.EPOCH;
    private final Paragraph count = new Paragraph();
    private final Div list = new Div();

    public KeyListView(KeyDesk desk, KeyLeftovers leftovers, Clock clock) {
        super(KeyTabs.Tab.LIST, "key.list.title");
        this.desk = desk;
        this.leftovers = leftovers;
        this.clock = clock;
        list.addClassName("pick-list");
        count.addClassName("soft");
        var print = Buttons.line(
                getTranslation("key.list.print"), () -> getElement().executeJs("window.print()"));
        var before = Buttons.line("‹", () -> show(shown.minusDays(1)));
        before.setAriaLabel(getTranslation("desk.dayBefore"));
        var after = Buttons.line("›", () -> show(shown.plusDays(1)));
        after.setAriaLabel(getTranslation("desk.dayAfter"));
        var row = new Div(
                day,
                before,
                Buttons.line(getTranslation("desk.today"), () -> show(Helsinki.today(this.clock))),
                Buttons.line(
                        getTranslation("key.list.next"),
                        () -> show(this.desk.preparations().nextDay())),
                after,
                print);
        day.addClassName("grow");
        row.addClassNames("row", "wrap");
        back.addClassNames("stack", "left-over");
        add(row, count, list, back, new DropBox(desk));
        showLeftovers();
        show(desk.preparations().nextDay());
    }

    /** Keys on the counter for somebody who did not come: they go back to their hooks. */
    private void showLeftovers() {
        back.removeAll();
        var keys = leftovers.list();
        back.setVisible(!keys.isEmpty());
        back.add(new H2(getTranslation("key.list.leftover")));
        keys.forEach(key -> {
            var hang = Buttons.line(getTranslation("key.list.hangBack", key.hook()), () -> {
                var done = leftovers.hangBack(key.id());
                answer(done, getTranslation(done ? "key.loan.isBack" : "key.elsewhere", key.tag(), key.hook()));
                showLeftovers();
            });
            hang.addClassName("s");
            back.add(card(words(key), hang));
        });
    }

    private void show(LocalDate when) {
        shown = when;
        var visits = desk.preparations().on(when);
        day.setText(Formats.longDay(when, Languages.current()));
        count.setText(
                visits.isEmpty() ? getTranslation("key.list.empty") : getTranslation("key.list.count", visits.size()));
        list.removeAll();
        visits.forEach(visit -> list.add(card(visit)));
    }

    private Div card(Preparation visit) {
        var language = Languages.current();
        var time = new Span(Formats.time(visit.at().toLocalTime(), language));
        time.addClassNames("strong", "num");
        var name = new Span(visit.resident());
        name.addClassName("strong");
        var what = new Span(getTranslation("visit.type." + visit.typeCode()) + " · "
                + visit.address().in(language) + " · " + getTranslation("language." + visit.language()));
        what.addClassNames("soft", "small");
        var head = new Div(time, name, what);
        head.addClassNames("row", "wrap");
        return card(head, new PreparationList(visit, desk));
    }
}
