package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The rooms of the key room: finding, tomorrow, loans, orders, decisions, inventory, the wall, the register. */
class KeyTabs extends Nav {
    private static final long serialVersionUID = 1;

    KeyTabs(Tab here) {
        addClassName("tabs");
        setAriaLabel(getTranslation("key.tabs"));
        for (var tab : Tab.values()) {
            var link = new Anchor(tab.path, getTranslation("key.tab." + tab));
            if (tab == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
        addAttachListener(
                event -> getElement()
                        .executeJs(
                                "requestAnimationFrame(() => this.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'}))"));
    }

    /** One of them. */
    enum Tab {
        FIND("keys"),
        LIST("keys/list"),
        LOANS("keys/loans"),
        ORDERS("keys/orders"),
        DECISIONS("keys/decisions"),
        INVENTORY("keys/inventory"),
        RACKS("keys/racks"),
        NEW("keys/new");

        private final String path;

        Tab(String path) {
            this.path = path;
        }
    }
}
