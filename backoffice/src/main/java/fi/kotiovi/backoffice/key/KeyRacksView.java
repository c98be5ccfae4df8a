package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRacks;
import fi.kotiovi.domain.key.KeyWall;
import fi.kotiovi.domain.key.Rack;
import fi.kotiovi.domain.key.Racking;
import fi.kotiovi.domain.key.Wall;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole wall, rack by rack. A manager hangs racks, gives them other rows, and takes empty ones down. */
@Route("keys/racks")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyRacksView extends KeyPage {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 12;
    private static final int USUAL_ROWS = 4;
    private static final int USUAL_PER_ROW = 10;

    private final transient KeyRacks racks;
    private final transient KeyWall walls;
    private final boolean leads;
    private final Div list = new Div();
    private final NativeButton more;
    private Div open = new Div();
    private int shown = PAGE;

    public KeyRacksView(KeyRacks racks, KeyWall walls, KeyDesk desk) {
        super(KeyTabs.Tab.RACKS, "key.racks.title");
        this.racks = racks;
        this.walls = walls;
        leads = desk.mayAgree();
        list.addClassName("stack");
        var hint = new Paragraph(getTranslation(leads ? "key.racks.hint" : "key.racks.hint.desk"));
        hint.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        add(hint);
        if (leads) {
            add(form());
        }
        add(list, more);
        show();
    }

    private void show() {
        var hung = racks.list(0, shown + 1);
        var drawn = walls.drawn(hung.stream().limit(shown).map(Rack::name).toList()).stream()
                .collect(Collectors.toMap(Wall::rack, wall -> wall));
        list.removeAll();
        hung.stream().limit(shown).forEach(rack -> list.add(card(rack, Optional.ofNullable(drawn.get(rack.name())))));
        more.setVisible(hung.size() > shown);
    }

    private Div card(Rack rack, Optional<Wall> wall) {
        var name = new H2(getTranslation("key.rack", rack.name()));
        name.addClassName("grow");
        var size = new Span(getTranslation("key.rack.size", rack.rows(), rack.perRow(), rack.keys()));
        size.addClassNames("soft", "small");
        var head = new Div(name, size);
        head.addClassNames("row", "wrap");
        var card = card(head);
        wall.ifPresent(hooks -> card.add(counts(hooks), picture(hooks, name.getText())));
        if (leads) {
            card.add(changes(rack));
        }
        return card;
    }

    private Paragraph counts(Wall wall) {
        var counts = new Paragraph(Arrays.stream(Wall.Look.values())
                .map(look -> getTranslation("key.wall." + look) + " " + wall.count(look))
                .collect(Collectors.joining(" · ")));
        counts.addClassName("num");
        return counts;
    }

    /** Up to a thousand hooks: drawn for whoever asks, one rack at a time. */
    private Div picture(Wall wall, String words) {
        var picture = new Div();
        var look = Buttons.line(getTranslation("key.rack.look"), () -> {
            open.removeAll();
            open = picture;
            picture.removeAll();
            picture.add(WallPicture.grid(wall, 0, words), WallPicture.legend(this));
        });
        return new Div(look, picture);
    }

    private Div changes(Rack rack) {
        var rows = number("key.rack.rows", rack.rows(), KeyRacks.MOST_HOOKS);
        var perRow = number("key.rack.perRow", rack.perRow(), KeyRacks.MOST_PER_ROW);
        var save = Buttons.line(getTranslation("key.rack.save"), () -> {
            if (isFilled(rows) && isFilled(perRow)) {
                tell(racks.resize(rack.name(), rows.getValue(), perRow.getValue()), "key.rack.changed", rows);
            }
        });
        var row = new Div(rows, perRow, save);
        row.addClassNames("row", "wrap", "fields");
        if (rack.keys() == 0) {
            row.add(new Sure(
                    getTranslation("key.rack.remove"),
                    getTranslation("key.rack.remove.sure", rack.name()),
                    () -> tell(racks.remove(rack.name()), "key.rack.removed", rows)));
        }
        return row;
    }

    private Div form() {
        var name = new TextField(getTranslation("key.rack.name"));
        name.setHelperText(getTranslation("key.rack.name.hint"));
        name.setMaxLength(2);
        var rows = number("key.rack.rows", USUAL_ROWS, KeyRacks.MOST_HOOKS);
        var perRow = number("key.rack.perRow", USUAL_PER_ROW, KeyRacks.MOST_PER_ROW);
        var add = Buttons.primary(getTranslation("key.rack.add"), () -> {
            if (isFilled(rows) && isFilled(perRow)) {
                var outcome = racks.add(name.getValue(), rows.getValue(), perRow.getValue());
                name.setErrorMessage(getTranslation(
                        outcome instanceof Racking.NameTaken ? "key.rack.name.taken" : "key.rack.name.wrong"));
                name.setInvalid(outcome instanceof Racking.NameTaken || outcome instanceof Racking.NameUnreadable);
                if (!name.isInvalid()) {
                    tell(outcome, "key.rack.added", rows);
                }
                if (outcome instanceof Racking.Done) {
                    name.clear();
                }
            }
        });
        var row = new Div(name, rows, perRow, add);
        row.addClassNames("row", "wrap", "fields");
        return card(new H2(getTranslation("key.rack.new")), row);
    }

    private IntegerField number(String label, int value, int most) {
        var field = new IntegerField(getTranslation(label));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setWidth("130px");
        return field;
    }

    private boolean isFilled(IntegerField field) {
        field.setErrorMessage(getTranslation("key.rack.size.wrong"));
        field.setInvalid(field.getValue() == null);
        return field.getValue() != null;
    }

    private void tell(Racking outcome, String well, IntegerField size) {
        switch (outcome) {
            case Racking.Done done -> {
                answer(true, getTranslation(well, done.rack().name()));
                show();
            }
            case Racking.SizeWrong _ -> size.setInvalid(true);
            case Racking.InUse used ->
                answer(
                        false,
                        getTranslation(
                                "key.rack.inUse",
                                used.count(),
                                used.keys().stream().map(KeyRacksView::where).collect(Collectors.joining(", "))));
            case Racking.Gone _ -> {
                answer(false, getTranslation("key.rack.gone"));
                show();
            }
            case Racking.NameTaken _, Racking.NameUnreadable _ -> answer(false, getTranslation("key.rack.name.wrong"));
        }
    }

    private static String where(Key key) {
        return key.hook() + " " + key.tag();
    }
}
