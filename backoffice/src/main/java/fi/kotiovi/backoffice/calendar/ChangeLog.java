package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.CalendarChanges;
import java.util.UUID;

/** Who changed what and from when, the newest first, ten at a time. */
class ChangeLog extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 10;

    private final transient CalendarChanges changes;
    private final UUID office;
    private final Div rows = new Div();
    private final NativeButton more;
    private int shown;

    ChangeLog(CalendarChanges changes, UUID office) {
        this.changes = changes;
        this.office = office;
        more = Buttons.line(getTranslation("calendar.log.more"), this::more);
        rows.addClassNames("card", "rows", "change-log");
        add(new H2(getTranslation("calendar.log")), rows, more);
        addClassName("stack");
        more();
    }

    private void more() {
        var page = changes.of(office, shown, PAGE + 1);
        page.stream().limit(PAGE).forEach(change -> rows.add(row(change)));
        shown += Math.min(PAGE, page.size());
        more.setVisible(page.size() > PAGE);
        if (shown == 0) {
            rows.add(new Paragraph(getTranslation("calendar.log.none")));
        }
    }

    private Div row(CalendarChanges.Change change) {
        var language = Languages.current();
        var service = change.service();
        var what = new Span(getTranslation("calendar.change." + change.kind())
                + (service == null ? "" : ", " + getTranslation("calendar.service." + service)));
        what.addClassName("strong");
        var detail = new Span(change.detail());
        detail.addClassNames("grow", "num", "soft");
        var row = new Div(
                what,
                detail,
                new Span(getTranslation("calendar.log.from", Formats.day(change.effective(), language))),
                new Span(getTranslation(
                        "calendar.log.by", change.by(), Formats.moment(change.at(), language), change.displaced())));
        row.addClassNames("row", "wrap");
        return row;
    }
}
