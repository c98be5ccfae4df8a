package fi.kotiovi.domain.key;

import java.util.List;

/** How changing the wall of a key room ended. */
public sealed interface Racking {
    record Done(Rack rack) implements Racking {}

    /** One or two letters, as they are painted on the rack. */
    record NameUnreadable() implements Racking {}

    /** A rack of that name hangs there already. */
    record NameTaken() implements Racking {}

    /** From one to forty in a row, and at most 999 on a rack. */
    record SizeWrong() implements Racking {}

    /** These keys belong on the hooks that would go; nothing was done. */
    record InUse(List<Key> keys, int count) implements Racking {}

    /** Somebody else has taken it off the wall. */
    record Gone() implements Racking {}
}
