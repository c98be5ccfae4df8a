package fi.kotiovi.domain.knowledge;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An article as residents read it; {@code since} says when it was written. */
public record HelpPage(UUID id, Localized topic, String title, String body, OffsetDateTime since)
        implements Serializable {}
