package fi.kotiovi.domain;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as a picture for screens and paper of both applications: black on white in the dark too, as readers want. */
public final class QrPicture {
    private static final int QUIET = 3;

    private QrPicture() {}

    /** An SVG as wide as its place, without words; whoever shows it says beside it what it is. */
    public static String svg(String content) {
        var code = QrCode.encodeText(content, Ecc.MEDIUM);
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
