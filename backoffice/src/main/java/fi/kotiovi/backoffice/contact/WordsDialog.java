package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Shortcuts;
import java.util.function.Consumer;

/** Asks for a few words, a reason or a note, and does not take silence for an answer. */
class WordsDialog extends Dialog {
    private static final long serialVersionUID = 1;

    private final String key;
    private final TextArea words = new TextArea();
    private final transient Consumer<String> given;

    /** The texts are {@code key}.title, .label, .missing and .do. */
    WordsDialog(String key, int longest, Consumer<String> given) {
        this.key = key;
        this.given = given;
        setHeaderTitle(getTranslation(key + ".title"));
        addClassName("words");
        words.setLabel(getTranslation(key + ".label"));
        words.setMaxLength(longest);
        words.setMinRows(3);
        words.setWidthFull();
        words.setAutofocus(true);
        add(words);
        var confirm = Buttons.primary(getTranslation(key + ".do"), this::confirm);
        Shortcuts.submit(confirm, words);
        getFooter().add(Buttons.line(getTranslation("cancel"), this::close), confirm);
    }

    private void confirm() {
        var text = words.getValue().strip();
        if (text.isEmpty()) {
            words.setErrorMessage(getTranslation(key + ".missing"));
            words.setInvalid(true);
            words.focus();
            return;
        }
        close();
        given.accept(text);
    }
}
