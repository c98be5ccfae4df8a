package fi.kotiovi.domain.visit;

import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.VisitNeed;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to a visit and what makes it easier.
 *
 * @param proxyName who comes instead of the resident, if somebody else does
 * @param spoken the language of the visit; null when it is the resident's own
 * @param needs what the desk can prepare, each once
 */
public record Attending(
        @Nullable String proxyName, @Nullable Language spoken, List<VisitNeed> needs) implements Serializable {
    /** The resident comes, in the own language. */
    public static final Attending IN_PERSON = new Attending(null, null, List.of());

    /** The longest name of somebody who comes instead. */
    public static final int LONGEST_NAME = 100;

    private static final int SHORTEST_NAME = 3;

    public Attending {
        proxyName = proxyName == null || proxyName.isBlank() ? null : proxyName.strip();
        needs = needs.stream().distinct().sorted().toList();
    }

    static Attending of(@Nullable String proxyName, @Nullable Language spoken, VisitNeed[] needs) {
        return new Attending(proxyName, spoken, List.of(needs));
    }

    /** Whether the name of the proxy can be a name: long enough to be asked for at the desk, short enough to be read. */
    public boolean isNamed() {
        return proxyName == null || (proxyName.length() >= SHORTEST_NAME && proxyName.length() <= LONGEST_NAME);
    }

    VisitNeed[] needsArray() {
        return needs.toArray(VisitNeed[]::new);
    }
}
