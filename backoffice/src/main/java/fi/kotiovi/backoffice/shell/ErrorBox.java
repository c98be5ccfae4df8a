package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** What a page says when there is nothing to show: what is the matter, and where to go. Never a stack trace. */
abstract class ErrorBox extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final String key;
    private final Anchor way;

    /** Leads back to the start. */
    ErrorBox(String key) {
        this(key, new Anchor(""));
        way.add(getTranslation("error.home"));
        way.addClassName("btn");
    }

    ErrorBox(String key, Anchor way) {
        this.key = key;
        this.way = way;
        addClassNames("calm", "error-box");
        add(new H1(getTranslation(key)), new Paragraph(getTranslation(key + ".hint")), way);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(key) + " · Kotiovi";
    }
}
