package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.line.Lines;
import fi.kotiovi.portal.shell.Page;

/** Which office? For whoever opens the kiosk, the board or the rules without naming one. */
@Route("kiosk")
@RouteAlias("display")
@RouteAlias("line/rules")
@AnonymousAllowed
public class HallsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Lines lines;

    public HallsView(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        begin(getTranslation("halls.title"));
        var list = new Div();
        list.addClassName("stack");
        for (var line : lines.all()) {
            var name = new Span(LineWords.name(line));
            name.addClassNames("strong", "grow");
            var address = new Span(line.address());
            address.addClassNames("soft", "small");
            var choice = new Anchor("/" + event.getLocation().getPath() + "/" + line.code(), name, address);
            choice.addClassNames("card", "choice", "line");
            list.add(choice);
        }
        add(list);
    }
}
