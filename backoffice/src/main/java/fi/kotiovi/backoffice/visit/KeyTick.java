package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.key.Key;
import java.util.function.Consumer;

/** One key to tick off, with what is on its tag and where it is. */
class KeyTick extends Div {
    private static final long serialVersionUID = 1;

    KeyTick(Key key, boolean movable, Consumer<Boolean> ticked) {
        addClassName("key");
        var box = new Input();
        box.setType("checkbox");
        box.setId("key-" + key.id());
        box.setEnabled(movable);
        box.getElement()
                .addPropertyChangeListener(
                        "checked", "change", event -> ticked.accept(Boolean.TRUE.equals(event.getValue())));
        var tag = new Span(key.tag());
        tag.addClassNames("strong", "num");
        var kind = new Span(getTranslation("key.kind." + key.kind()));
        kind.addClassName("grow");
        var holder = key.holder();
        var where = new Span(holder == null ? getTranslation("key.state." + key.state()) : holder);
        where.addClassNames("soft", "small");
        var label = new NativeLabel();
        label.setFor(box);
        label.add(tag, kind, where);
        add(box, label);
    }
}
