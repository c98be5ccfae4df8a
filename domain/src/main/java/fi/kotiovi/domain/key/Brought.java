package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody who brings keys back has with them: whole, broken, and not at all. */
public record Brought(Set<UUID> whole, Set<UUID> broken, Set<UUID> missing) implements Serializable {
    public Brought {
        whole = Set.copyOf(whole);
        broken = Set.copyOf(broken);
        missing = Set.copyOf(missing);
    }

    /** Every key that is spoken of. */
    public Set<UUID> all() {
        return Stream.of(whole, broken, missing).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
