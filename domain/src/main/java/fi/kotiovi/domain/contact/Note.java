package fi.kotiovi.domain.contact;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a colleague wrote about a contact; never shown or sent to a resident. */
public record Note(UUID id, String body, OffsetDateTime at, String author) implements Serializable {}
