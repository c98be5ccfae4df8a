package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Span;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code, drawn by the server: black on white in the dark too, because readers want it so. */
public class QrCode extends Span {
    private static final long serialVersionUID = 1;
    private static final int QUIET = 3;

    /**
     * Draws it.
     *
     * @param content what a reader finds in it
     * @param label what it is, for those who do not see it
     */
    public QrCode(String content, String label) {
        addClassName("qr");
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        getElement().setProperty("innerHTML", svg(content));
    }

    private static String svg(String content) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(content, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        var side = code.size + 2 * QUIET;
        return "<svg viewBox='0 0 " + side + " " + side + "' aria-hidden='true' focusable='false'"
                + " shape-rendering='crispEdges'><rect width='100%' height='100%' fill='#fff'/><path fill='#000' d='"
                + path + "'/></svg>";
    }
}
