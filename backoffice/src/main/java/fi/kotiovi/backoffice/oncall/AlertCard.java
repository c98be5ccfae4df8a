package fi.kotiovi.backoffice.oncall;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Elapsed;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.workorder.DoorPills;
import fi.kotiovi.backoffice.workorder.Routes;
import fi.kotiovi.domain.oncall.Alert;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Somebody in need, readable at arm's length: what, where, how long already, and one big button. */
public class AlertCard extends Article {
    private static final long serialVersionUID = 1;

    /** {@code take} is missing for people who may only watch. */
    public AlertCard(Alert alert, Clock clock, Optional<Runnable> take) {
        addClassNames("card", "alert-card");
        var body = new Div(what(alert), where(alert), details(alert));
        body.addClassName("alert-body");
        body.add(new DoorPills(alert.workOrder().door()));
        take.ifPresent(action -> {
            var button = Buttons.ember(getTranslation("alert.take"), action);
            button.addClassName("huge");
            body.add(button);
        });
        body.add(callAndRoute(alert));
        var alerted = alert.alerted();
        if (alerted != null) {
            body.add(whisper(getTranslation("alert.alerted", alerted)));
        }
        body.add(next(alert, clock));
        add(strip(alert, clock), body);
    }

    private Div strip(Alert alert, Clock clock) {
        var word = new Span(getTranslation("alert.word"));
        word.addClassName("grow");
        var strip = new Div(word, new Span(getTranslation("alert.waited")), Elapsed.since(alert.triggeredAt(), clock));
        strip.addClassNames("row", "strip");
        return strip;
    }

    private static H2 what(Alert alert) {
        var what = new H2(alert.workOrder().job().problem().in(Languages.current()));
        what.addClassName("big");
        return what;
    }

    private Paragraph where(Alert alert) {
        var address = alert.workOrder().door().address();
        var street = new Span(address.in(Languages.current()));
        street.addClassName("strong");
        var where = new Paragraph(street, new Span(", " + getTranslation("work.floor", address.floor())));
        where.addClassName("where");
        return where;
    }

    private Paragraph details(Alert alert) {
        var door = alert.workOrder().door();
        var shutoff = door.waterShutoff();
        var details = new Paragraph(alert.workOrder().job().place().in(Languages.current()) + ": "
                + alert.workOrder().job().description()
                + (shutoff == null ? "" : "\n" + getTranslation("work.shutoff") + ": " + shutoff));
        details.addClassNames("soft", "typed");
        return details;
    }

    private Div callAndRoute(Alert alert) {
        var door = alert.workOrder().door();
        var row = new Div(
                Buttons.link("tel:" + door.phone(), getTranslation("work.call"), Icon.PHONE),
                Buttons.link(Routes.to(door.address()), getTranslation("work.route"), Icon.ROUTE));
        row.addClassNames("row", "two");
        return row;
    }

    private Paragraph next(Alert alert, Clock clock) {
        var line = whisper("");
        var name = alert.next();
        if (name == null) {
            line.setText(getTranslation("alert.nobody"));
        } else if (isOver(alert.nextAt(), clock)) {
            line.setText(getTranslation("alert.moving", name));
        } else {
            line.add(
                    new Span(getTranslation("alert.next.before", name) + " "),
                    Elapsed.until(alert.nextAt(), clock),
                    new Span(" " + getTranslation("alert.next.after")));
        }
        return line;
    }

    private static Paragraph whisper(String text) {
        var line = new Paragraph(text);
        line.addClassNames("soft", "small", "center");
        return line;
    }

    private static boolean isOver(OffsetDateTime moment, Clock clock) {
        return !moment.toInstant().isAfter(clock.instant());
    }
}
