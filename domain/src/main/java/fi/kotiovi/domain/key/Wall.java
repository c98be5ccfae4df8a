package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A rack of the wall: its hooks in rows.
 *
 * @param keys by hook number; a number that is missing belongs to an empty hook
 */
public record Wall(String rack, int hooks, int perRow, Map<Integer, List<Key>> keys) implements Serializable {
    public Wall {
        keys = Map.copyOf(keys);
    }

    /** How a hook looks from a step away. */
    public Look look(int number) {
        var here = keys.getOrDefault(number, List.of()).stream()
                .filter(Key::isHere)
                .count();
        var all = keys.getOrDefault(number, List.of()).size();
        return all == 0 ? Look.EMPTY : here == 0 ? Look.OUT : Look.OCCUPIED;
    }

    /** Nothing belongs there; something hangs there; all that belongs there is out. */
    public enum Look {
        EMPTY,
        OCCUPIED,
        OUT
    }
}
