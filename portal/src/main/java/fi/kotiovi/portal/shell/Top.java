package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The top of a page: the mark, and what stands to the right of it. */
class Top extends Header {
    private static final long serialVersionUID = 1;

    Top(Component... right) {
        addClassName("top");
        var mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var home = new Anchor("/", mark, new Span("Kotiovi"));
        home.addClassNames("brand", "grow");
        add(home);
        add(right);
    }
}
