package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.line.Telling;
import java.util.function.Function;

/** Where a waiting visitor may leave a telephone number or a mail address, and is told so when it is taken. */
class TellMe extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 200;

    TellMe(boolean asked, int places, Function<String, Telling> tell, Runnable changed) {
        addClassNames("card", "tellme");
        if (asked) {
            var noted = new Paragraph(getTranslation("place.tell.noted", places));
            noted.getElement().setAttribute("role", "status");
            add(noted);
            return;
        }
        var field = new TextField(getTranslation("place.tell"));
        field.setHelperText(getTranslation("place.tell.hint", places));
        field.setMaxLength(LONGEST);
        field.getElement().setAttribute("autocomplete", "tel");
        var send = new NativeButton(getTranslation("place.tell.send"), click -> {
            switch (tell.apply(field.getValue())) {
                case NOTED, TOO_LATE -> changed.run();
                case NOT_UNDERSTOOD -> {
                    field.setErrorMessage(getTranslation("place.tell.wrong"));
                    field.setInvalid(true);
                    field.focus();
                }
            }
        });
        send.addClassNames("btn", "quiet");
        add(field, send);
    }
}
