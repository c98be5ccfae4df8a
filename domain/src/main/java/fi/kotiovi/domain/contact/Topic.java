package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;

/** What a message is about, in words a resident would choose. */
public record Topic(String code, Localized name) implements Serializable {}
