package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.identity.Caller;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The parts of the site this person may use, each with what waits there. */
class Navigation extends Nav {
    private static final long serialVersionUID = 1;

    private final List<Item> items = new ArrayList<>();

    Navigation(Caller.Staff me) {
        addClassName("nav");
        setAriaLabel(getTranslation("nav.label"));
        for (var section : Section.values()) {
            if (section.isFor(me)) {
                add(link(section));
            }
        }
    }

    private Anchor link(Section section) {
        var count = new Span();
        count.addClassNames("count", "num");
        var name = new Span(getTranslation(section.title()));
        name.addClassName("grow");
        var link = new Anchor(section.path());
        link.addClassName("nav-" + section.path());
        link.add(section.icon().picture(), name, count);
        switch (section) {
            case KEYS -> Shortcuts.letter(link, 'k');
            case CALL -> Shortcuts.letter(link, 's');
            default -> {
                // the others are a click away
            }
        }
        items.add(new Item(section, link, count));
        return link;
    }

    void show(Pulse.Beat beat) {
        items.forEach(item -> {
            var count = item.section.count(beat);
            item.count.setText(count == 0 ? "" : String.valueOf(count));
            item.link.setClassName("burning", item.section == Section.ALERTS && count > 0);
        });
    }

    /** Marks where we are, for eyes and for screen readers. */
    void here(String path) {
        items.forEach(item -> {
            var root = item.section.path();
            var isHere = path.equals(root) || path.startsWith(root + "/");
            item.link.setClassName("on", isHere);
            if (isHere) {
                item.link.getElement().setAttribute("aria-current", "page");
            } else {
                item.link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private record Item(Section section, Anchor link, Span count) implements Serializable {}
}
