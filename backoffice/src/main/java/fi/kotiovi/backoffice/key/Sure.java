package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;

/** A button that asks once more before it does what cannot be undone. */
class Sure extends Div {
    private static final long serialVersionUID = 1;

    Sure(String text, String question, Runnable action) {
        addClassName("sure");
        add(Buttons.line(text, () -> ask(text, question, action)));
    }

    private void ask(String text, String question, Runnable action) {
        removeAll();
        var yes = Buttons.ember(text, action);
        var row = new Div(yes, Buttons.line(getTranslation("key.no"), () -> {
            removeAll();
            add(Buttons.line(text, () -> ask(text, question, action)));
        }));
        row.addClassName("row");
        add(new Paragraph(question), row);
        yes.focus();
    }
}
