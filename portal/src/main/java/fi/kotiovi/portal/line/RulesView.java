package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.line.Lines;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;

/** In which order people are called, for everybody to read. */
@Route("line/rules/:office")
@AnonymousAllowed
public class RulesView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Lines lines;

    public RulesView(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var line = Halls.of(event, lines);
        var rule = line.rule();
        begin(getTranslation("rules.title"));
        var order = new OrderedList(
                new ListItem(getTranslation("rules.booked", rule.earlyMinutes(), rule.lateMinutes())),
                new ListItem(getTranslation("rules.walkin")),
                new ListItem(getTranslation("rules.late", rule.lateMinutes())));
        order.addClassName("rules");
        var open = line.openUntil();
        var hours = open == null
                ? LineWords.next(this, line.opensAt())
                : getTranslation("rules.open", Formats.moment(open, Languages.current()));
        add(soft(LineWords.name(line) + ", " + line.address()), card(order));
        for (var key : new String[] {"quick", "aside", "missed", "estimate", "privacy"}) {
            add(new H2(getTranslation("rules." + key + ".title")), new Paragraph(getTranslation("rules." + key)));
        }
        add(new H2(getTranslation("rules.hours")), new Paragraph(hours));
    }
}
