package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.key.Hook;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRegister;
import fi.kotiovi.domain.key.Registering;
import java.util.function.Consumer;

/** Moves a key to another hook, and corrects what stands on it. */
class KeyForm extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SERIAL = 60;
    private static final int LONGEST_NOTE = 500;

    KeyForm(Key key, KeyRegister register, Consumer<Registering> done) {
        addClassNames("card", "key-card");
        var hook = new TextField(getTranslation("keys.hook"));
        hook.setValue(key.hook());
        hook.setWidth("130px");
        var move = Buttons.line(getTranslation(key.bundle() == null ? "key.move" : "key.move.ring"), () -> {
            var outcome = Hook.read(hook.getValue()).isPresent()
                    ? register.moveHook(key.id(), hook.getValue())
                    : new Registering.NoSuchHook();
            hook.setInvalid(outcome instanceof Registering.NoSuchHook);
            hook.setErrorMessage(getTranslation("key.hook.none"));
            if (!hook.isInvalid()) {
                done.accept(outcome);
            }
        });
        var serial = new TextField(getTranslation("key.serial"));
        serial.setValue(key.serial());
        serial.setMaxLength(LONGEST_SERIAL);
        var note = new TextField(getTranslation("key.note"));
        note.setValue(key.note());
        note.setMaxLength(LONGEST_NOTE);
        note.addClassName("grow");
        var save = Buttons.line(
                getTranslation("key.save"),
                () -> done.accept(register.change(key.id(), serial.getValue(), note.getValue())));
        add(new H3(getTranslation("key.edit")), row(hook, move), row(serial, note, save));
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }
}
