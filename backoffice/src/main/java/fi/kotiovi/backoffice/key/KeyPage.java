package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.Key;

/** A page of the key room: its heading, the way to the other pages, and a place where it answers. */
abstract class KeyPage extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final String title;
    private final Paragraph answer = new Paragraph();

    KeyPage(KeyTabs.Tab tab, String title) {
        this.title = getTranslation(title);
        addClassNames("keys", "sheet");
        answer.addClassName("result");
        answer.getElement().setAttribute("role", "status");
        answer.setVisible(false);
        add(new H1(this.title), new KeyTabs(tab), answer);
    }

    void answer(boolean well, String sentence) {
        answer.setText(sentence);
        answer.setVisible(true);
        // whoever pressed something far down the page should see what came of it
        answer.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        answer.setClassName("moss", well);
        answer.setClassName("ember", !well);
    }

    /** Tag, hook and place of a key, the words first that somebody reads on the wall. */
    static Div words(Key key) {
        var hook = new Span(key.hook());
        hook.addClassNames("num", "hook");
        var tag = new Span(key.tag());
        tag.addClassNames("strong", "num");
        var what = new Span();
        what.setText(what.getTranslation("key.kind." + key.kind()) + " · " + key.place(Languages.current()));
        what.addClassName("grow");
        var line = new Div(hook, tag, what);
        line.addClassNames("row", "wrap");
        return line;
    }

    static Div card(Component... parts) {
        var card = new Div(parts);
        card.addClassNames("card", "key-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · Kotiovi";
    }
}
