package fi.kotiovi.domain.key;

import java.io.Serializable;

/**
 * A rack on the wall.
 *
 * @param keys how many keys belong on it, whether they hang there now or not
 */
public record Rack(String name, int hooks, int perRow, int keys) implements Serializable {
    public int rows() {
        return (hooks + perRow - 1) / perRow;
    }
}
