package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;

/** The buttons of the house: one action colour, quiet ones beside it, red for danger and nothing else. */
public final class Buttons {
    private Buttons() {}

    /** The one thing to do. */
    public static NativeButton primary(String text, Runnable onClick) {
        return button(text, onClick);
    }

    public static NativeButton line(String text, Runnable onClick) {
        var button = button(text, onClick);
        button.addClassName("line");
        return button;
    }

    public static NativeButton quiet(String text, Runnable onClick) {
        var button = button(text, onClick);
        button.addClassName("quiet");
        return button;
    }

    public static NativeButton ember(String text, Runnable onClick) {
        var button = button(text, onClick);
        button.addClassName("ember");
        return button;
    }

    /** Looks like a link, is a button: for what is done now and then. */
    public static NativeButton link(String text, Runnable onClick) {
        var button = button(text, onClick);
        button.setClassName("link");
        return button;
    }

    /** Looks like a button, is a link: for telephones and maps. */
    public static Anchor link(String href, String text, Icon icon) {
        var link = new Anchor(href);
        link.addClassNames("btn", "line");
        link.add(icon.picture());
        link.add(text);
        link.setRouterIgnore(true);
        return link;
    }

    private static NativeButton button(String text, Runnable onClick) {
        var button = new NativeButton(text, event -> onClick.run());
        button.addClassName("btn");
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
