package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.util.UUID;

/** Work under way that a key may be lent for. */
public record Work(UUID id, String number, UUID crew, String crewName, Localized problem) implements Serializable {}
