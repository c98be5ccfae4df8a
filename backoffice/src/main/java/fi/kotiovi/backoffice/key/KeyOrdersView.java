package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.AskedKeys;
import fi.kotiovi.domain.key.ExtraKey;
import fi.kotiovi.domain.key.KeyOrders;
import fi.kotiovi.domain.key.Orderer;
import fi.kotiovi.domain.key.Orderers;
import fi.kotiovi.domain.key.Ordering;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.LockSystem;
import jakarta.annotation.security.RolesAllowed;

/** Extra keys: ordered, come, tried, told of. */
@Route("keys/orders")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyOrdersView extends KeyPage {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 30;

    private final transient KeyOrders orders;
    private final transient Orderers orderers;
    private final Div list = new Div();
    private final Paragraph count = new Paragraph();
    private final NativeButton more;
    private int shown = PAGE;

    public KeyOrdersView(KeyOrders orders, Orderers orderers, AskedKeys asked) {
        super(KeyTabs.Tab.ORDERS, "key.orders.title");
        this.orders = orders;
        this.orderers = orderers;
        list.addClassName("stack");
        count.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        add(
                new AskedList(asked, (well, sentence) -> {
                    answer(well, sentence);
                    show();
                }),
                form(),
                count,
                list,
                more);
        show();
    }

    private Div form() {
        var who = orderer();
        var kind = new Select<KeyKind>();
        kind.setLabel(getTranslation("keys.kind"));
        kind.setItems(KeyKind.FLAT, KeyKind.STORAGE, KeyKind.LAUNDRY, KeyKind.GARAGE, KeyKind.REMOTE);
        kind.setItemLabelGenerator(one -> getTranslation("key.kind." + one));
        kind.setValue(KeyKind.FLAT);
        var lock = new Select<LockSystem>();
        lock.setLabel(getTranslation("key.lock"));
        lock.setItems(LockSystem.values());
        lock.setItemLabelGenerator(one -> getTranslation("key.lock." + one));
        lock.setValue(LockSystem.MECHANICAL);
        var order = Buttons.primary(getTranslation("key.order.do"), () -> {
            var person = who.getValue();
            who.setErrorMessage(getTranslation("key.order.who.missing"));
            who.setInvalid(person == null);
            if (person != null) {
                tell(orders.order(person.resident(), person.home(), kind.getValue(), lock.getValue()));
                who.clear();
            }
        });
        var row = new Div(who, kind, lock, order);
        row.addClassNames("row", "wrap", "fields");
        return card(new H2(getTranslation("key.order.new")), row);
    }

    private ComboBox<Orderer> orderer() {
        var who = new ComboBox<Orderer>(getTranslation("key.order.who"));
        who.setPlaceholder(getTranslation("key.order.who.hint"));
        who.setItemLabelGenerator(one -> one.name() + ", " + one.address().in(Languages.current()));
        who.setItems(DataProvider.fromFilteringCallbacks(
                query -> orderers.find(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> orderers.find(query.getFilter().orElse("")).size()));
        who.addClassName("grow");
        return who;
    }

    private void show() {
        var open = orders.open(0, shown + 1);
        count.setText(getTranslation(open.isEmpty() ? "key.orders.none" : "key.orders.hint"));
        list.removeAll();
        open.stream().limit(shown).forEach(order -> list.add(card(order)));
        more.setVisible(open.size() > shown);
    }

    private Div card(ExtraKey order) {
        var who = new Span(order.number() + " · " + order.resident());
        who.addClassName("grow");
        var head = new Div(
                who,
                new Pill(
                        getTranslation("key.order." + order.state()),
                        order.state() == KeyOrderState.READY ? Pill.Tone.MOSS : Pill.Tone.SKY));
        head.addClassNames("row", "wrap");
        var card = card(words(order.key()), head);
        switch (order.state()) {
            case ORDERED -> card.add(arrival(order));
            case ARRIVED ->
                card.add(Buttons.primary(getTranslation("key.order.tell"), () -> tell(orders.ready(order.id()))));
            case READY, FETCHED, CANCELLED -> {
                // waits for the resident
            }
        }
        return card;
    }

    private Div arrival(ExtraKey order) {
        var serial = new TextField(getTranslation("key.serial"));
        var hook = new TextField(getTranslation("keys.hook"));
        var arrived = Buttons.primary(getTranslation("key.order.arrived"), () -> {
            var outcome = orders.arrived(order.id(), serial.getValue(), hook.getValue());
            serial.setErrorMessage(getTranslation("key.order.serial.missing"));
            serial.setInvalid(outcome instanceof Ordering.SerialMissing);
            hook.setErrorMessage(getTranslation("key.hook.none"));
            hook.setInvalid(outcome instanceof Ordering.NoSuchHook);
            if (!serial.isInvalid() && !hook.isInvalid()) {
                tell(outcome);
            }
        });
        var cancel = new Sure(
                getTranslation("key.order.cancel"),
                getTranslation("key.order.cancel.sure", order.number()),
                () -> tell(orders.cancel(order.id())));
        var row = new Div(serial, hook, arrived, cancel);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    private void tell(Ordering outcome) {
        switch (outcome) {
            case Ordering.Done done ->
                answer(
                        true,
                        getTranslation(
                                "key.order.now." + done.order().state(),
                                done.order().number(),
                                done.order().key().tag()));
            case Ordering.MovedOn _ -> answer(false, getTranslation("key.order.movedOn"));
            case Ordering.NoSuchHook _ -> answer(false, getTranslation("key.hook.none"));
            case Ordering.SerialMissing _ -> answer(false, getTranslation("key.order.serial.missing"));
        }
        show();
    }
}
