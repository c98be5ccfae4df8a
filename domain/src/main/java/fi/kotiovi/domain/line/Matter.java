package fi.kotiovi.domain.line;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;

/** What somebody comes for, what to bring along, and whether it is done in a moment. */
public record Matter(String code, Localized name, Localized bring, boolean quick) implements Serializable {}
