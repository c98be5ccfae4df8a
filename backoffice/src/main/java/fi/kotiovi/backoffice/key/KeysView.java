package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.domain.key.KeyWall;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Finds a key by whatever somebody has of it, and shows where on the wall it hangs. */
@Route("keys")
@RolesAllowed({"DESK", "MANAGER"})
public class KeysView extends Div implements HasDynamicTitle, AfterNavigationObserver {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 150;

    private final transient KeyRoom keyRoom;
    private final TextField search = new TextField();
    private final Paragraph found = new Paragraph();
    private final Div rows = new Div();
    private final WallPicture wall;
    private List<Key> shown = List.of();

    public KeysView(KeyRoom keyRoom, KeyWall walls) {
        this.keyRoom = keyRoom;
        wall = new WallPicture(walls);
        addClassNames("keys", "sheet");
        search.setLabel(getTranslation("keys.search"));
        search.setPlaceholder(getTranslation("keys.search.hint"));
        search.setClearButtonVisible(true);
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(event -> show(event.getValue()));
        search.addKeyPressListener(
                com.vaadin.flow.component.Key.ENTER,
                event -> shown.stream()
                        .findFirst()
                        .ifPresent(key -> event.getSource().getUI().ifPresent(ui -> ui.navigate("keys/" + key.id()))));
        search.addClassName("search");
        found.addClassName("soft");
        found.getElement().setAttribute("role", "status");
        rows.addClassNames("card", "rows");
        rows.getElement().setAttribute("role", "table").setAttribute("aria-label", getTranslation("nav.keys"));
        add(new H1(getTranslation("keys.title")), new KeyTabs(KeyTabs.Tab.FIND), search, found, rows, wall);
        show("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        search.focus();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        search.focus();
    }

    private void show(String wanted) {
        shown = keyRoom.find(wanted);
        rows.removeAll();
        rows.setVisible(!shown.isEmpty());
        found.setText(
                wanted.isBlank()
                        ? getTranslation("keys.start")
                        : getTranslation(shown.isEmpty() ? "keys.none" : "keys.found", shown.size(), wanted.strip()));
        if (!shown.isEmpty()) {
            rows.add(row(
                    "columnheader",
                    List.of("tag", "kind", "hook", "state", "address", "holder").stream()
                            .map(column -> new Span(getTranslation("keys." + column)))
                            .toList()));
        }
        shown.forEach(key -> rows.add(row("cell", cells(key))));
        wall.show(shown.stream().findFirst());
    }

    private List<Span> cells(Key key) {
        var link = new Anchor("keys/" + key.id(), key.tag());
        link.addClassNames("strong", "num");
        var hook = new Span(key.hook());
        hook.addClassNames("num", "hook");
        var holder = key.holder();
        return List.of(
                new Span(link),
                new Span(getTranslation("key.kind." + key.kind())
                        + (key.spare() ? " · " + getTranslation("key.spare") : "")),
                hook,
                new Span(KeyWords.state(key)),
                new Span(
                        key.address() == null
                                ? key.place(Languages.current()) + " · " + getTranslation("keys.wholeBuilding")
                                : key.place(Languages.current())),
                new Span(holder == null ? "–" : holder));
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
