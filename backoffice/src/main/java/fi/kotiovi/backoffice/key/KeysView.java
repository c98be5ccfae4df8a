package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRoom;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Finds a key by whatever somebody has of it: the tag, the hook, the serial or the address. */
@Route("keys")
@RolesAllowed({"DESK", "MANAGER"})
public class KeysView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 250;

    private final transient KeyRoom keyRoom;
    private final Paragraph found = new Paragraph();
    private final Div rows = new Div();

    public KeysView(KeyRoom keyRoom) {
        this.keyRoom = keyRoom;
        addClassNames("keys", "sheet");
        var search = new TextField(getTranslation("keys.search"));
        search.setPlaceholder(getTranslation("keys.search.hint"));
        search.setClearButtonVisible(true);
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(event -> show(event.getValue()));
        search.addClassName("search");
        found.addClassName("soft");
        found.getElement().setAttribute("role", "status");
        rows.addClassNames("card", "rows");
        rows.getElement().setAttribute("role", "table").setAttribute("aria-label", getTranslation("nav.keys"));
        add(new H1(getTranslation("keys.title")), search, found, rows);
        show("");
    }

    private void show(String wanted) {
        var keys = keyRoom.find(wanted);
        rows.removeAll();
        rows.setVisible(!keys.isEmpty());
        found.setText(
                wanted.isBlank()
                        ? getTranslation("keys.start")
                        : getTranslation(keys.isEmpty() ? "keys.none" : "keys.found", keys.size(), wanted.strip()));
        if (!keys.isEmpty()) {
            rows.add(row(
                    "columnheader",
                    List.of("tag", "kind", "hook", "state", "address", "holder").stream()
                            .map(column -> new Span(getTranslation("keys." + column)))
                            .toList()));
        }
        keys.forEach(key -> rows.add(row("cell", cells(key))));
    }

    private List<Span> cells(Key key) {
        var tag = new Span(key.tag());
        tag.addClassNames("strong", "num");
        var hook = new Span(key.hook());
        hook.addClassNames("num", "hook");
        var address = key.address();
        var holder = key.holder();
        return List.of(
                tag,
                new Span(getTranslation("key.kind." + key.kind())),
                hook,
                new Span(new Pill(getTranslation("key.state." + key.state()), tone(key))),
                new Span(address == null ? getTranslation("keys.wholeBuilding") : address.in(Languages.current())),
                new Span(holder == null ? "–" : holder));
    }

    private static Pill.Tone tone(Key key) {
        return switch (key.state()) {
            case IN_STORE, READY_FOR_PICKUP -> Pill.Tone.MOSS;
            case RESERVED, HANDED_OUT, ORDERED -> Pill.Tone.SKY;
            case LOANED, REKEY_ORDERED -> Pill.Tone.SUN;
            case LOST, BLOCKED, BROKEN -> Pill.Tone.EMBER;
            case RETIRED -> Pill.Tone.PLAIN;
        };
    }

    private static Div row(String cellRole, List<Span> cells) {
        var row = new Div();
        row.addClassName("key-row");
        row.setClassName("head", "columnheader".equals(cellRole));
        row.getElement().setAttribute("role", "row");
        cells.forEach(cell -> {
            cell.getElement().setAttribute("role", cellRole);
            row.add(cell);
        });
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.keys") + " · Kotiovi";
    }
}
