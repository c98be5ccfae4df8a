package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import java.util.function.Consumer;

/** Asks whoever may step over a rule why; without a reason nothing moves. */
class WhyDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private final TextField why = new TextField();
    private final transient Consumer<String> go;

    WhyDialog(String rule, Consumer<String> go) {
        this.go = go;
        addClassName("words");
        setHeaderTitle(getTranslation("board.why.title"));
        why.setLabel(getTranslation("board.why.label"));
        why.setHelperText(getTranslation("board.why.helper"));
        why.setErrorMessage(getTranslation("board.why.missing"));
        why.setManualValidation(true);
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        why.setAutofocus(true);
        why.addKeyDownListener(Key.ENTER, enter -> move());
        var content = new Div(new Paragraph(rule), why);
        content.addClassName("book-form");
        add(content);
        getFooter()
                .add(
                        Buttons.line(getTranslation("board.giveUp"), this::close),
                        Buttons.primary(getTranslation("board.why.do"), this::move));
    }

    private void move() {
        why.setInvalid(why.getValue().strip().length() < SHORTEST);
        if (!why.isInvalid()) {
            close();
            go.accept(why.getValue());
        }
    }
}
