package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.visit.CalendarFeeds;
import fi.kotiovi.portal.shell.Languages;

/** The private address at which a calendar program finds one's visits; shown on wish, and made anew when it got about. */
class CalendarAddress extends Div {
    private static final long serialVersionUID = 1;

    private final transient CalendarFeeds feeds;

    CalendarAddress(CalendarFeeds feeds) {
        this.feeds = feeds;
        addClassName("stack");
        add(button("visit.feed", false));
    }

    private void show(boolean anew) {
        removeAll();
        var path = "/calendar/" + feeds.mine(anew) + ".ics?language="
                + Languages.current().getLiteral();
        var address = new Anchor(path, path);
        address.setRouterIgnore(true);
        address.addClassName("textlink");
        // the whole address, as the person's browser knows this site
        address.getElement().executeJs("this.textContent = this.href");
        add(new Paragraph(getTranslation("visit.feed.help")), address, button("visit.feed.anew", true));
    }

    private NativeButton button(String key, boolean anew) {
        var button = new NativeButton(getTranslation(key), click -> show(anew));
        button.addClassNames("btn", "line", "s");
        return button;
    }
}
