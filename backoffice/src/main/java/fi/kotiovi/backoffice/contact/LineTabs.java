package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The rooms of the line, for whoever leads: the line itself, its teams, and whether it is fair. */
public class LineTabs extends Nav {
    private static final long serialVersionUID = 1;

    public LineTabs(Tab here) {
        addClassName("tabs");
        setAriaLabel(getTranslation("queue.tabs"));
        for (var tab : Tab.values()) {
            var link = new Anchor(tab.path, getTranslation("queue.tab." + tab));
            if (tab == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }

    /** One of them. */
    public enum Tab {
        LINE("queue"),
        TEAMS("queue/teams"),
        FAIRNESS("queue/fairness"),
        SOURCES("queue/sources");

        private final String path;

        Tab(String path) {
            this.path = path;
        }
    }
}
