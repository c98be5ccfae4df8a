package fi.kotiovi.portal.key;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.key.KeyReceipts;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;

/** One receipt: which keys, when, from whom, how it was signed, and the same as a file. */
@Route("keys/receipts/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class ReceiptView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient KeyReceipts receipts;

    public ReceiptView(KeyReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(receipts.one(Ids.of(event)).orElseThrow(NotFoundException::new));
    }

    private void draw(Receipt receipt) {
        var words = new ReceiptFile(this);
        var language = Languages.current();
        begin(words.title(receipt), "/keys");
        var facts = card(
                new H2(Formats.dated(receipt.at(), language)),
                new Paragraph(receipt.address().in(language)),
                new Paragraph(receipt.office().in(language) + ", " + receipt.clerk()));
        for (var key : receipt.keys()) {
            var tag = new Span(key.tag());
            tag.addClassNames("strong", "num");
            var line = new Div(tag, new Span(words.said(key)));
            line.addClassName("key-line");
            facts.add(line);
        }
        facts.add(soft(words.signed(receipt)));
        if (receipt.png() != null) {
            var signature = new Image("data:image/png;base64," + receipt.png(), words.signed(receipt));
            signature.addClassName("signature");
            facts.add(signature);
        }
        var file = new Anchor(words.of(receipt), getTranslation("keys.receipt.download"));
        file.addClassNames("btn", "wide");
        add(facts, file);
    }
}
