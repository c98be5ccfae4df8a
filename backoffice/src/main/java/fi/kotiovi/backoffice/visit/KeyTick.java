package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.key.Key;
import java.util.function.Consumer;

/** One key to tick off, with what is on its tag and where it is. */
class KeyTick extends Div {
    private static final long serialVersionUID = 1;

    private final Checkbox box = new Checkbox();
    private final boolean movable;

    KeyTick(Key key, boolean movable, boolean linked, Consumer<Boolean> ticked) {
        addClassName("key");
        var tag = tag(key, linked);
        tag.addClassNames("strong", "num");
        var kind = new Span(getTranslation("key.kind." + key.kind()));
        kind.addClassName("grow");
        var holder = key.holder();
        var where = new Span(holder == null ? getTranslation("key.state." + key.state()) : holder);
        where.addClassNames("soft", "small");
        var words = new Span(tag, kind, where);
        words.addClassName("key-words");
        this.movable = movable;
        setClassName("fixed", !movable);
        if (movable) {
            box.setLabelComponent(words);
        }
        box.addValueChangeListener(event -> ticked.accept(event.getValue()));
        // A key that is elsewhere is told of, not offered: a greyed-out box would make the holder hard to read.
        add(movable ? box : words);
    }

    /** A key that is spoken of without moving leads to its page, where it is reported lost. */
    private static HtmlContainer tag(Key key, boolean linked) {
        return linked ? new Anchor("keys/" + key.id(), key.tag()) : new Span(key.tag());
    }

    boolean isMovable() {
        return movable;
    }

    void tick(boolean chosen) {
        box.setValue(chosen);
    }
}
