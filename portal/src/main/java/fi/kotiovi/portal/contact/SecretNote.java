package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextFieldBase;
import fi.kotiovi.domain.privacy.Secrets;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says kindly beside a message that a personal identity code, an account or a card number is in it. One tap takes it
 * out; the message may be sent all the same.
 */
class SecretNote extends Div {
    private static final long serialVersionUID = 1;

    private final Paragraph words = new Paragraph();

    /** Watches a field; {@code changed} hears of what is left when something was taken out. */
    SecretNote(TextFieldBase<?, String> field, Consumer<String> changed) {
        addClassNames("card", "stack", "secret");
        getElement().setAttribute("role", "status");
        var out = new NativeButton(getTranslation("secret.out"), click -> {
            field.setValue(Secrets.without(field.getValue()));
            changed.accept(field.getValue());
            look(field.getValue());
            field.focus();
        });
        out.addClassNames("btn", "quiet", "s");
        add(words, out);
        field.addValueChangeListener(written -> look(written.getValue()));
        look(field.getValue());
    }

    private void look(String text) {
        var found = Secrets.in(text);
        setVisible(!found.isEmpty());
        words.setText(
                found.isEmpty()
                        ? ""
                        : getTranslation(
                                "secret.seen",
                                found.stream()
                                        .map(each -> getTranslation("secret." + each.kind()))
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
    }
}
