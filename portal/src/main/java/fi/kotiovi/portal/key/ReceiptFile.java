package fi.kotiovi.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.domain.receipt.ReceiptPdf;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Locale;

/** A receipt as a file, in the language of whoever reads the page. */
final class ReceiptFile {
    private final Component page;

    ReceiptFile(Component page) {
        this.page = page;
    }

    DownloadHandler of(Receipt receipt) {
        var pdf = pdf(receipt);
        return DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(pdf), receipt.number() + ".pdf", "application/pdf", pdf.length));
    }

    private byte[] pdf(Receipt receipt) {
        var language = Languages.current();
        var facts = new ArrayList<ReceiptPdf.Line>();
        facts.add(line("receipt.time", Formats.dated(receipt.at(), language)));
        facts.add(line("receipt.home", receipt.address().in(language)));
        facts.add(line("receipt.resident", receipt.receiver()));
        var shown = receipt.idKind();
        if (shown != null) {
            facts.add(line("receipt.identity", page.getTranslation("id." + shown)));
        }
        facts.add(line("receipt.clerk", receipt.clerk()));
        facts.add(line("receipt.office", receipt.office().in(language)));
        return ReceiptPdf.of(
                language.getLiteral().toLowerCase(Locale.ROOT),
                title(receipt),
                facts,
                page.getTranslation("receipt.keys"),
                receipt.keys().stream()
                        .map(key -> new ReceiptPdf.Line(key.tag(), said(key)))
                        .toList(),
                signed(receipt),
                receipt.png(),
                page.getTranslation("receipt.footer"));
    }

    String title(Receipt receipt) {
        return page.getTranslation("receipt.title." + receipt.direction(), receipt.number());
    }

    String signed(Receipt receipt) {
        return page.getTranslation("receipt.signed." + receipt.signing(), receipt.signedName());
    }

    String said(Receipt.Item key) {
        return page.getTranslation("key.kind." + key.kind()) + ", "
                + page.getTranslation("receipt.outcome." + key.outcome());
    }

    private ReceiptPdf.Line line(String key, String value) {
        return new ReceiptPdf.Line(page.getTranslation(key), value);
    }
}
