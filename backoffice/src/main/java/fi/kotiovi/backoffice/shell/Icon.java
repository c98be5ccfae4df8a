package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Our own pictures beside words: one line weight, drawn by the stylesheet, hidden from screen readers. */
public enum Icon {
    QUEUE,
    DESK,
    BOARD,
    KEY,
    CALENDAR,
    KNOWLEDGE,
    WORK,
    ALERT,
    SENT,
    PHONE,
    ROUTE,
    BACK,
    CAMERA,
    SIGN_OUT,
    CHECK;

    public Span picture() {
        var picture = new Span();
        picture.addClassNames("i", "i-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        picture.getElement().setAttribute("aria-hidden", "true");
        return picture;
    }
}
