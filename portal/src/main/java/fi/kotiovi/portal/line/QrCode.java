package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.QrPicture;

/** A QR code, drawn by the server. */
public class QrCode extends Span {
    private static final long serialVersionUID = 1;

    /**
     * Draws it.
     *
     * @param content what a reader finds in it
     * @param label what it is, for those who do not see it
     */
    public QrCode(String content, String label) {
        addClassName("qr");
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        getElement().setProperty("innerHTML", QrPicture.svg(content));
    }
}
