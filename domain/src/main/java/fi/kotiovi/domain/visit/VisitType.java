package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;

/**
 * What a visit is about, how long it takes in minutes, and what to bring along; {@code byProxy} when somebody else may
 * come instead.
 */
public record VisitType(
        String code,
        int minutes,
        boolean handsOverKeys,
        boolean takesKeysBack,
        boolean byProxy,
        Localized name,
        Localized bring)
        implements Serializable {}
