package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.visit.CalendarFeeds;
import java.util.List;

/** The address at which a calendar program finds what is booked at a counter; shown on wish, for whoever has it reads. */
class CounterAddress extends Details {
    private static final long serialVersionUID = 1;

    private final transient CalendarFeeds feeds;
    private final Div inside = new Div();

    CounterAddress(CalendarFeeds feeds, List<Integer> counters) {
        this.feeds = feeds;
        setSummaryText(getTranslation("desk.feed"));
        addClassName("counter-address");
        var choices = new Div();
        choices.addClassNames("row", "wrap");
        counters.forEach(counter ->
                choices.add(Buttons.line(getTranslation("desk.counter", counter), () -> show(counter, false))));
        inside.addClassName("stack");
        add(choices, inside);
    }

    private void show(int counter, boolean anew) {
        inside.removeAll();
        var path = "/calendar/" + feeds.ofCounter(counter, anew) + ".ics";
        var address = new Anchor(path, path);
        address.setRouterIgnore(true);
        // the whole address, as the person's browser knows this site
        address.getElement().executeJs("this.textContent = this.href");
        inside.add(
                new Paragraph(getTranslation("desk.feed.help", counter)),
                address,
                Buttons.line(getTranslation("desk.feed.anew"), () -> ask(counter)));
    }

    /** Colleagues may have subscribed to it. */
    private void ask(int counter) {
        inside.removeAll();
        inside.add(
                new Paragraph(getTranslation("desk.feed.sure", counter)),
                Buttons.line(getTranslation("desk.feed.sure.do"), () -> show(counter, true)),
                Buttons.line(getTranslation("desk.feed.sure.keep"), () -> show(counter, false)));
    }
}
