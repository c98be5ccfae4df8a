package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One counter or one day, with everything in it in the order of time. News change only what is new: what somebody drags or
 * has the focus on stays the same element.
 */
class BoardColumn extends Div {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Shown> shown = new LinkedHashMap<>();

    BoardColumn() {
        addClassName("board-column");
    }

    /** {@code look} is everything that its picture depends on. */
    record Item(String key, Object look, Supplier<Component> picture) {}

    private record Shown(Object look, Component picture) {}

    void show(List<Item> items) {
        var keys = new HashSet<String>();
        items.forEach(item -> keys.add(item.key));
        new ArrayList<>(shown.keySet())
                .stream().filter(key -> !keys.contains(key)).forEach(this::drop);
        for (int at = 0; at < items.size(); at++) {
            var item = items.get(at);
            var before = shown.get(item.key);
            if (before != null && before.look.equals(item.look)) {
                continue;
            }
            drop(item.key);
            var picture = item.picture.get();
            shown.put(item.key, new Shown(item.look, picture));
            addComponentAtIndex(placeOf(items, at), picture);
        }
    }

    /** After the last of those before it that is there already; the others follow in their turn. */
    private int placeOf(List<Item> items, int at) {
        for (int before = at - 1; before >= 0; before--) {
            var there = shown.get(items.get(before).key);
            if (there != null) {
                return indexOf(there.picture) + 1;
            }
        }
        return 0;
    }

    private void drop(String key) {
        var gone = shown.remove(key);
        if (gone != null) {
            remove(gone.picture);
        }
    }

    Optional<Component> at(String key) {
        return Optional.ofNullable(shown.get(key)).map(Shown::picture);
    }
}
