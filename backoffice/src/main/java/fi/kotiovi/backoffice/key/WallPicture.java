package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.key.Hook;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyWall;
import fi.kotiovi.domain.key.Wall;
import java.util.Locale;
import java.util.Optional;

/** A rack as one stands before it, with the one hook that somebody looks for. */
class WallPicture extends Div {
    private static final long serialVersionUID = 1;

    private final transient KeyWall walls;

    WallPicture(KeyWall walls) {
        this.walls = walls;
        addClassNames("wall", "card");
    }

    void show(Optional<Key> key) {
        removeAll();
        var hook = key.map(Key::hook).flatMap(Hook::read);
        var wall = hook.flatMap(h -> walls.rack(h.rack()));
        setVisible(wall.isPresent());
        wall.ifPresent(rack -> draw(rack, hook.orElseThrow()));
    }

    private void draw(Wall wall, Hook wanted) {
        var number = wanted.number();
        var rows = (wall.hooks() + wall.perRow() - 1) / wall.perRow();
        var title = new H2(getTranslation("key.wall", wall.rack(), wanted.label()));
        var where = new Paragraph(getTranslation(
                "key.wall.where", (number - 1) / wall.perRow() + 1, rows, (number - 1) % wall.perRow() + 1));
        where.addClassNames("soft", "small");
        var grid = grid(wall, number, title.getText() + ". " + where.getText());
        add(title, where, grid, legend(this));
    }

    /** The hooks as they hang, in rows; {@code wanted} is the one to look for, or 0. */
    static Div grid(Wall wall, int wanted, String words) {
        var grid = new Div();
        grid.addClassName("wall-grid");
        grid.getStyle().set("--per-row", String.valueOf(wall.perRow()));
        grid.getElement().setAttribute("role", "img").setAttribute("aria-label", words);
        for (int n = 1; n <= wall.hooks(); n++) {
            var spot = new Span(n == wanted ? new Hook(wall.rack(), n).label() : String.valueOf(n));
            spot.addClassNames("spot", wall.look(n).name().toLowerCase(Locale.ROOT), "num");
            spot.setClassName("wanted", n == wanted);
            grid.add(spot);
        }
        return grid;
    }

    /** What the three looks of a hook mean. */
    static Div legend(Component page) {
        var legend = new Div();
        legend.addClassNames("row", "wrap", "legend", "soft", "small");
        for (var look : Wall.Look.values()) {
            var name = look.name().toLowerCase(Locale.ROOT);
            var spot = new Span();
            spot.addClassNames("spot", name);
            legend.add(new Span(spot, new Span(page.getTranslation("key.wall." + look))));
        }
        return legend;
    }
}
