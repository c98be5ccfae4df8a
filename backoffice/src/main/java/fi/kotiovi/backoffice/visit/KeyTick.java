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
        box.setLabelComponent(words);
        box.setEnabled(movable);
        box.addValueChangeListener(event -> ticked.accept(event.getValue()));
        add(box);
    }

    boolean isMovable() {
        return box.isEnabled();
    }

    void tick(boolean chosen) {
        box.setValue(chosen);
    }
}
