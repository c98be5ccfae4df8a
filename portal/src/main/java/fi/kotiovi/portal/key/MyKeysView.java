package fi.kotiovi.portal.key;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.key.KeyReceipts;
import fi.kotiovi.domain.key.KeyWishes;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** The keys one has, one that is ready, until when they go back, and every receipt. */
@Route("keys")
@RolesAllowed("RESIDENT")
public class MyKeysView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;

    private final transient KeyReceipts keys;
    private final transient KeyWishes wishes;
    private final transient Residents residents;
    private String told = "";
    private int shown = PAGE;

    public MyKeysView(KeyReceipts keys, KeyWishes wishes, Residents residents) {
        this.keys = keys;
        this.wishes = wishes;
        this.residents = residents;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("new")) {
            told = "keys.order.sent";
        }
        draw();
    }

    private void withdraw(UUID wish) {
        told = wishes.withdraw(wish) ? "keys.withdrawn" : "keys.withdraw.late";
        // "?new" has been read: a reload does not tell again of what is withdrawn
        getElement().executeJs("history.replaceState(history.state, '', location.pathname)");
        draw();
    }

    private void draw() {
        begin(getTranslation("keys.title"), "/");
        var mine = keys.keys();
        if (!told.isEmpty()) {
            add(said());
        }
        add(new OrderedKeys(wishes, this::withdraw));
        add(mine.isEmpty() ? new Paragraph(getTranslation("keys.none")) : pocket(mine));
        if (!mine.isEmpty()) {
            deadline();
            add(soft(getTranslation("keys.lost")));
            add(link("/visits/new/LOST_KEY", getTranslation("keys.lost.book"), "textlink"));
        }
        add(link("/keys/order", getTranslation("keys.order"), "btn", "quiet", "wide"));
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

    private Paragraph said() {
        var said = new Paragraph(getTranslation(told));
        said.addClassNames("notice", told.equals("keys.withdraw.late") ? "sun" : "moss");
        said.getElement().setAttribute("role", "status");
        return said;
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
        var when = new Span(Formats.dated(receipt.at(), Languages.current()));
        when.addClassNames("soft", "small");
        return Page.card(title, new Div(when));
    }
}
