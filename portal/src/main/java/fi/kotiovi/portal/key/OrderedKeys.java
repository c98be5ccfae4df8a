package fi.kotiovi.portal.key;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.key.KeyWishes;
import fi.kotiovi.domain.key.KeyWishes.MyOrder;
import fi.kotiovi.domain.key.KeyWishes.MyWish;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyWishState;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;

/** The keys somebody has asked for: each with the step where it stands and what happens next. */
class OrderedKeys extends Div {
    private static final long serialVersionUID = 1;

    private final transient Consumer<UUID> withdraw;

    OrderedKeys(KeyWishes wishes, Consumer<UUID> withdraw) {
        this.withdraw = withdraw;
        addClassName("card");
        var orders = wishes.orders();
        var asked = wishes.mine();
        setVisible(!orders.isEmpty() || !asked.isEmpty());
        add(new H2(getTranslation("keys.orders")));
        orders.forEach(order -> add(line(order)));
        asked.forEach(wish -> add(line(wish)));
    }

    private Div line(MyOrder order) {
        var more = getTranslation("keys.state." + order.state() + ".more", day(order.orderedAt()));
        var line = line(getTranslation("key.kind." + order.kind()), "keys.state." + order.state(), tone(order.state()));
        var number = new Span(order.number());
        number.addClassNames("soft", "small", "num");
        line.add(explained(more), number);
        if (order.state() == KeyOrderState.READY) {
            var book = new Anchor("/visits/new/EXTRA_KEY_PICKUP", getTranslation("keys.ready.book"));
            book.addClassNames("btn", "wide");
            line.add(book);
        }
        return line;
    }

    private Div line(MyWish wish) {
        var kind = getTranslation("key.kind." + wish.kind());
        var what = wish.pieces() == 1 ? kind : wish.pieces() + " × " + kind;
        var waits = wish.state() == KeyWishState.ASKED;
        var line = line(what, "keys.state." + wish.state(), waits ? "sun" : "plain");
        line.add(explained(waits ? getTranslation("keys.state.ASKED.more", day(wish.askedAt())) : wish.answer()));
        if (waits) {
            var back = new NativeButton(getTranslation("keys.withdraw"), press -> withdraw.accept(wish.id()));
            back.addClassNames("btn", "quiet", "small");
            line.add(back);
        }
        return line;
    }

    private Div line(String what, String state, String tone) {
        var kind = new Span(what);
        kind.addClassName("strong");
        var pill = new Span(getTranslation(state));
        pill.addClassNames("pill", tone);
        var head = new Div(kind, pill);
        head.addClassName("between");
        var line = new Div(head);
        line.addClassName("key-order");
        return line;
    }

    private static Paragraph explained(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "typed");
        return paragraph;
    }

    private static String tone(KeyOrderState state) {
        return switch (state) {
            case READY -> "moss";
            case ORDERED, ARRIVED -> "sky";
            case FETCHED, CANCELLED -> "plain";
        };
    }

    private static String day(OffsetDateTime at) {
        return Formats.day(Helsinki.dateOf(at), Languages.current());
    }
}
