package fi.kotiovi.portal.line;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Where a booked visitor shows the code: a reader of QR codes types into the field, fingers press the keys below. */
class CodePad extends Div {
    private static final long serialVersionUID = 1;
    private static final String KEYS = "1234567890ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int LONGEST = 200;

    private final TextField field = new TextField();
    private final transient Consumer<String> done;

    CodePad(Consumer<String> done) {
        this.done = done;
        addClassName("codepad");
        var hint = new Paragraph(getTranslation("kiosk.code.hint"));
        hint.addClassName("lead");
        field.setLabel(getTranslation("kiosk.code.label"));
        field.setAutofocus(true);
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.getElement().setAttribute("inputmode", "none").setAttribute("autocomplete", "off");
        field.addKeyPressListener(Key.ENTER, press -> send());
        var keys = new Div();
        keys.addClassName("keys");
        KEYS.chars().forEach(key -> keys.add(key(String.valueOf((char) key))));
        var clear = new NativeButton(getTranslation("kiosk.code.clear"), click -> field.setValue(shortened()));
        clear.addClassNames("btn", "line", "erase");
        var send = new NativeButton(getTranslation("kiosk.code.send"), click -> send());
        send.addClassNames("btn", "first");
        var buttons = new Div(clear, send);
        buttons.addClassName("pair");
        add(hint, field, keys, buttons);
    }

    private NativeButton key(String letter) {
        var key = new NativeButton(letter, click -> {
            if (field.getValue().length() < LENGTH) {
                field.setValue(field.getValue() + letter);
            }
        });
        key.addClassName("key");
        return key;
    }

    private String shortened() {
        var typed = field.getValue();
        return typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
    }

    /** A QR code holds a whole address; the code is its end. */
    private void send() {
        var typed = field.getValue().strip();
        var code = typed.substring(typed.lastIndexOf('/') + 1);
        if (code.isEmpty()) {
            field.setErrorMessage(getTranslation("kiosk.code.missing"));
            field.setInvalid(true);
        } else {
            done.accept(code);
        }
    }
}
