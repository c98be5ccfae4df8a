package fi.kotiovi.portal.key;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.key.KeyReceipts;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The keys one has, one that is ready, until when they go back, and every receipt. */
@Route("keys")
@RolesAllowed("RESIDENT")
public class MyKeysView extends Page {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;

    private final transient KeyReceipts keys;
    private final transient Residents residents;
    private int shown = PAGE;

    public MyKeysView(KeyReceipts keys, Residents residents) {
        this.keys = keys;
        this.residents = residents;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        draw();
    }

    private void draw() {
        begin(getTranslation("keys.title"), "/");
        var mine = keys.keys();
        keys.ready().stream().findFirst().ifPresent(ready -> add(ready(ready)));
        add(mine.isEmpty() ? new Paragraph(getTranslation("keys.none")) : pocket(mine));
        if (!mine.isEmpty()) {
            deadline();
            add(soft(getTranslation("keys.lost")));
            add(link("/visits/new/LOST_KEY", getTranslation("keys.lost.book"), "textlink"));
        }
        add(new H2(getTranslation("keys.receipts")));
        var receipts = keys.newestFirst(0, shown + 1);
        if (receipts.isEmpty()) {
            add(soft(getTranslation("keys.receipts.none")));
        }
        receipts.stream().limit(shown).forEach(receipt -> add(card(receipt)));
        if (receipts.size() > shown) {
            add(button(
                    getTranslation("keys.more"),
                    () -> {
                        shown += PAGE;
                        draw();
                    },
                    "quiet"));
        }
    }

    private Div ready(KeyReceipts.ReadyKey ready) {
        var title = new H2(getTranslation("keys.ready"));
        return card(
                title,
                new Paragraph(getTranslation("key.kind." + ready.kind()) + " · " + ready.number()),
                link("/visits/new/EXTRA_KEY_PICKUP", getTranslation("keys.ready.book"), "btn", "wide"));
    }

    private Div pocket(List<KeyReceipts.MyKey> mine) {
        var card = card(new H2(getTranslation("keys.have", mine.size())));
        for (var key : mine) {
            var kind = new Span(getTranslation("key.kind." + key.kind()));
            kind.addClassName("strong");
            var more = new Span(key.tag() + " · "
                    + getTranslation("keys.since", Formats.day(Helsinki.dateOf(key.since()), Languages.current())));
            more.addClassNames("soft", "small", "num");
            var line = new Div(kind, more);
            line.addClassName("key-line");
            card.add(line);
        }
        return card;
    }

    private void deadline() {
        residents.myLatestHome().flatMap(home -> keys.deadline(home.id())).ifPresent(at -> {
            var language = Languages.current();
            var notice = new Div(
                    new Paragraph(getTranslation("keys.deadline", Formats.moment(at, language))),
                    link("/visits/new/KEY_RETURN", getTranslation("keys.deadline.book"), "textlink"));
            notice.addClassName("notice");
            add(notice);
        });
    }

    private Div card(Receipt receipt) {
        var words = new ReceiptFile(this);
        var title = new Anchor("/keys/receipts/" + receipt.id(), words.title(receipt));
        title.addClassName("strong");
        var when = new Span(Formats.moment(receipt.at(), Languages.current()));
        when.addClassNames("soft", "small");
        return Page.card(title, new Div(when));
    }
}
