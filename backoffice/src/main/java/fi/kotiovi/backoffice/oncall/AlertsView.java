package fi.kotiovi.backoffice.oncall;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.oncall.Alert;
import fi.kotiovi.domain.oncall.OnCall;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The board of alerts: red while somebody waits, calm green when nobody does. */
@Route("alerts")
@PermitAll
public class AlertsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient AlertCards cards;
    private final transient OnCall onCall;
    private final H1 title = new H1();
    private final Div waiting = new Div();
    private final Section people = new Section();

    public AlertsView(AlertCards cards, OnCall onCall, Live live) {
        this.cards = cards;
        this.onCall = onCall;
        addClassNames("alerts", "sheet");
        title.getElement().setAttribute("aria-live", "polite");
        people.addClassNames("card", "on-call-list");
        add(title, waiting, people);
        var first = look();
        show(first);
        live.watch(this, first, this::look, this::show);
    }

    private Board look() {
        return new Board(cards.waiting(), onCall.now());
    }

    private void show(Board board) {
        waiting.removeAll();
        title.setText(getTranslation(board.alerts.isEmpty() ? "alerts.none" : "alerts.waiting", board.alerts.size()));
        setClassName("burning", !board.alerts.isEmpty());
        if (board.alerts.isEmpty()) {
            var calm = new Paragraph(getTranslation("alerts.none.hint"));
            calm.addClassNames("all-well");
            waiting.add(calm);
        } else {
            waiting.add(cards.cards(board.alerts));
        }
        people.removeAll();
        people.add(new H2(getTranslation("oncall.now")));
        people.add(board.people.isEmpty() ? new Paragraph(getTranslation("oncall.nobody")) : list(board.people));
    }

    private OrderedList list(List<OnCall.Person> persons) {
        var list = new OrderedList();
        persons.forEach(person -> {
            var name = new Span(person.givenName() + " " + person.familyName());
            name.addClassNames("strong", "grow");
            var level = new Span(getTranslation("oncall.level", person.level()));
            level.addClassNames("soft", "small");
            var phone = new Anchor("tel:" + person.phone(), PhoneNumbers.shown(person.phone()));
            phone.setRouterIgnore(true);
            phone.addClassName("num");
            var item = new ListItem(level, name, phone);
            item.addClassName("row");
            list.add(item);
        });
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.alerts") + " · Kotiovi";
    }

    private record Board(List<Alert> alerts, List<OnCall.Person> people) {}
}
