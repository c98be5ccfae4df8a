package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.Inventory;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyInventories;
import fi.kotiovi.domain.key.KeyWall;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Walking along the wall with a phone in one hand: rack by rack, hook by hook, put away and gone on with. */
@Route("keys/inventory")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyInventoryView extends KeyPage {
    private static final long serialVersionUID = 1;

    private final transient KeyInventories inventories;
    private final Select<String> rack = new Select<>();
    private final Div body = new Div();

    public KeyInventoryView(KeyInventories inventories, KeyWall walls) {
        super(KeyTabs.Tab.INVENTORY, "key.inventory.title");
        this.inventories = inventories;
        var racks = walls.racks();
        rack.setLabel(getTranslation("key.inventory.rack"));
        rack.setItems(racks);
        rack.setVisible(!racks.isEmpty());
        racks.stream().findFirst().ifPresent(rack::setValue);
        rack.addValueChangeListener(event -> show());
        body.addClassName("stack");
        add(body);
        show();
    }

    private void show() {
        body.removeAll();
        var walk = inventories.latest(rack.getValue() == null ? "" : rack.getValue());
        if (walk.isEmpty() || walk.get().signedOffAt() != null) {
            walk.ifPresent(this::last);
            body.add(Buttons.primary(getTranslation("key.inventory.start"), () -> {
                inventories.start();
                show();
            }));
            return;
        }
        var now = walk.get();
        var how = new Paragraph(
                getTranslation("key.inventory.done", now.done(), now.hooks().size()));
        how.getElement().setAttribute("role", "status");
        body.add(rack, how);
        now.hooks().forEach(hook -> body.add(hook(hook)));
        body.add(stranger(), differences(), Buttons.primary(getTranslation("key.inventory.sign"), this::signOff));
    }

    private void last(Inventory walk) {
        var at = walk.signedOffAt();
        if (at != null) {
            body.add(new Paragraph(
                    getTranslation("key.inventory.last", Formats.moment(at, Languages.current()), walk.startedBy())));
        }
        body.add(differences());
    }

    private Div hook(Inventory.OnHook hook) {
        var name = new Span(hook.hook());
        name.addClassNames("num", "hook", "big");
        var line = new Div(name);
        line.addClassNames("row", "wrap");
        if (!hook.isDone()) {
            var all = Buttons.primary(
                    getTranslation("key.inventory.all", hook.keys().size()), () -> {
                        inventories.allThere(hook.hook());
                        show();
                    });
            all.addClassName("grow");
            line.add(all);
        }
        var card = card(line);
        hook.keys().forEach(looked -> card.add(key(looked)));
        card.setClassName("done", hook.isDone());
        return card;
    }

    private Div key(Inventory.Looked looked) {
        var tag = new Span(looked.key().tag());
        tag.addClassNames("strong", "num", "grow");
        var here = answer(looked, true);
        var gone = answer(looked, false);
        var row = new Div(tag, here, gone);
        row.addClassName("row");
        return row;
    }

    private NativeButton answer(Inventory.Looked looked, boolean found) {
        var button = Buttons.line(getTranslation(found ? "key.inventory.here" : "key.inventory.gone"), () -> {
            inventories.look(looked.key().id(), found);
            show();
        });
        button.addClassName("s");
        button.getElement()
                .setAttribute(
                        "aria-pressed", String.valueOf(Boolean.valueOf(found).equals(looked.found())))
                .setAttribute(
                        "aria-label", button.getText() + " " + looked.key().tag());
        return button;
    }

    private Div stranger() {
        var tag = new TextField(getTranslation("key.inventory.stranger"));
        tag.addClassName("grow");
        var add = Buttons.line(getTranslation("key.inventory.strangerAdd"), () -> {
            var key = inventories.stranger(tag.getValue());
            tag.setErrorMessage(getTranslation("key.inventory.strangerNone"));
            tag.setInvalid(key.isEmpty());
            if (key.isPresent()) {
                show();
            }
        });
        var row = new Div(tag, add);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    /** Over all racks, so that whoever signs off sees everything. */
    private Div differences() {
        var box = new Div();
        inventories.latest("").ifPresent(walk -> {
            list(box, "key.inventory.missing", walk.missing());
            list(box, "key.inventory.strangers", walk.strangers());
        });
        return box;
    }

    private void list(Div box, String title, List<Key> keys) {
        if (!keys.isEmpty()) {
            box.add(new H2(getTranslation(title, keys.size())));
            keys.forEach(key -> box.add(words(key)));
        }
    }

    private void signOff() {
        var done = inventories.signOff();
        answer(done, getTranslation(done ? "key.inventory.signed" : "key.inventory.left"));
        show();
    }
}
