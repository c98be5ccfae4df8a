package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A rack of the wall: its hooks in rows.
 *
 * @param looks by hook number; a number that is missing belongs to an empty hook
 */
public record Wall(String rack, int hooks, int perRow, Map<Integer, Look> looks) implements Serializable {
    public Wall {
        looks = Map.copyOf(looks);
    }

    /** How a hook looks from a step away. */
    public Look look(int number) {
        return looks.getOrDefault(number, Look.EMPTY);
    }

    /** How many of its hooks look like that. */
    public long count(Look look) {
        return IntStream.rangeClosed(1, hooks)
                .filter(number -> look(number) == look)
                .count();
    }

    /** Nothing belongs there; something hangs there; all that belongs there is out. */
    public enum Look {
        EMPTY,
        OCCUPIED,
        OUT
    }
}
