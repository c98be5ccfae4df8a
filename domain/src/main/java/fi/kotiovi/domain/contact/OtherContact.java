package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ContactState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Another contact of the same resident; {@code inThis} when it is part of the one that was asked for. */
public record OtherContact(
        UUID id, String number, String subject, ContactState state, OffsetDateTime arrivedAt, boolean inThis)
        implements Serializable {}
