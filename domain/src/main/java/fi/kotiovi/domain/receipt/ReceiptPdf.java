package fi.kotiovi.domain.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Draws a receipt on a sheet of A4: what it is, the facts, the keys, the signature. */
public final class ReceiptPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float LEFT = 64;
    private static final float SECOND = 210;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float BOTTOM = 70;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    private ReceiptPdf() throws IOException {
        try (var stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, stream);
        }
        page = newPage();
    }

    /** Lines of it: a name and a value each. */
    public record Line(String name, String value) {}

    /**
     * The finished file.
     *
     * @param png the signature in Base64, if one was drawn
     */
    public static byte[] of(
            String language,
            String title,
            List<Line> facts,
            String keysTitle,
            List<Line> keys,
            String signedTitle,
            @Nullable String png,
            String footer) {
        try {
            var pdf = new ReceiptPdf();
            try (pdf.document) {
                pdf.document.getDocumentInformation().setTitle(title);
                pdf.document.getDocumentCatalog().setLanguage(language);
                pdf.text("Kotiovi", LEFT, 11);
                pdf.down(30);
                pdf.text(title, LEFT, 20);
                pdf.down(34);
                facts.forEach(pdf::line);
                pdf.heading(keysTitle);
                keys.forEach(pdf::line);
                pdf.heading(signedTitle);
                pdf.signature(png);
                pdf.down(26);
                pdf.text(footer, LEFT, 9);
                pdf.page.close();
                var out = new ByteArrayOutputStream();
                pdf.document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt could not be drawn", e);
        }
    }

    private PDPageContentStream newPage() throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        y = PDRectangle.A4.getHeight() - 80;
        return new PDPageContentStream(document, sheet);
    }

    private void heading(String text) {
        down(16);
        text(text, LEFT, 13);
        down(8);
        rule();
        down(18);
    }

    private void line(Line line) {
        text(line.name(), LEFT, 11);
        text(line.value(), SECOND, 11);
        down(20);
    }

    private void signature(@Nullable String png) {
        if (png == null) {
            return;
        }
        try {
            var image = PDImageXObject.createFromByteArray(
                    document, Base64.getDecoder().decode(png), "signature");
            var scale = Math.min(260f / image.getWidth(), 90f / image.getHeight());
            down(image.getHeight() * scale);
            page.drawImage(image, LEFT, y, image.getWidth() * scale, image.getHeight() * scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rule() {
        try {
            page.setStrokingColor(0.8f);
            page.moveTo(LEFT, y);
            page.lineTo(RIGHT, y);
            page.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void down(float points) {
        y -= points;
        if (y < BOTTOM) {
            try {
                page.close();
                page = newPage();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void text(String text, float x, float size) {
        try {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, y);
            page.showText(writable(text));
            page.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter that the font does not have must not cost anybody the receipt. */
    private String writable(String text) {
        var fine = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var one = Character.toString(letter);
            fine.append(has(one) ? one : "?");
        });
        return fine.toString();
    }

    private boolean has(String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
