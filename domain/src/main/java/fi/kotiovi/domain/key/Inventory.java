package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A walk along the wall and how far it has come.
 *
 * @param hooks what should hang where, in the order of the walk
 * @param strangers keys that hung there although they should be elsewhere
 */
public record Inventory(
        UUID id,
        OffsetDateTime startedAt,
        String startedBy,
        @Nullable OffsetDateTime signedOffAt,
        List<OnHook> hooks,
        List<Key> strangers)
        implements Serializable {
    /** What should hang on a hook; {@code found} has no answer for keys nobody has looked for yet. */
    public record OnHook(String hook, List<Looked> keys) implements Serializable {
        public boolean isDone() {
            return keys.stream().noneMatch(key -> key.found() == null);
        }
    }

    /** A key that should hang here, and whether it did. */
    public record Looked(Key key, @Nullable Boolean found) implements Serializable {}

    public long done() {
        return hooks.stream().filter(OnHook::isDone).count();
    }

    /** Keys that should have hung there and did not. */
    public List<Key> missing() {
        return hooks.stream()
                .flatMap(hook -> hook.keys().stream())
                .filter(looked -> Boolean.FALSE.equals(looked.found()))
                .map(Looked::key)
                .toList();
    }
}
