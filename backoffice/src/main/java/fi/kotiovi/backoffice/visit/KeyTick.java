package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.key.Key;
import java.util.function.Consumer;

/** One key to tick off, with what is on its tag and where it is. */
class KeyTick extends Div {
    private static final long serialVersionUID = 1;

    private final Checkbox box = new Checkbox();
    private final boolean movable;

    KeyTick(Key key, boolean movable, Consumer<Boolean> ticked) {
        addClassName("key");
        var tag = new Span(key.tag());
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

    boolean isMovable() {
        return movable;
    }

    void tick(boolean chosen) {
        box.setValue(chosen);
    }
}
