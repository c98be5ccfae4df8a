package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page with one heading; the helpers keep all pages in one hand. */
public abstract class Page extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private String title = "";

    protected Page() {
        addClassName("view");
    }

    /** Empties the page and begins it again with its heading, which is also the title of the window. */
    protected void begin(String heading) {
        removeAll();
        title = heading;
        add(new H1(heading));
    }

    /** Begins a page below another one, with a way back to it. */
    protected void begin(String heading, String backTo) {
        begin(heading);
        var back = new Anchor(backTo, Pictogram.BACK.icon());
        back.add(new Span(getTranslation("back")));
        back.addClassName("back");
        addComponentAsFirst(back);
    }

    protected static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }

    protected static Div card(Component... content) {
        var card = new Div(content);
        card.addClassName("card");
        return card;
    }

    protected static Span pill(String text, String colour) {
        var pill = new Span(text);
        pill.addClassNames("pill", colour);
        return pill;
    }

    protected static NativeButton button(String text, Runnable action, String... classes) {
        var button = new NativeButton(text, click -> action.run());
        button.addClassName("btn");
        button.addClassNames(classes);
        return button;
    }

    protected static Anchor link(String href, String text, String... classes) {
        var link = new Anchor(href, text);
        link.addClassNames(classes);
        return link;
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? "Kotiovi" : title + " – Kotiovi";
    }
}
