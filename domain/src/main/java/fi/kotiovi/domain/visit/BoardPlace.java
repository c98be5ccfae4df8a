package fi.kotiovi.domain.visit;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** A time and a counter that a visit could move to; {@code offered} unless a rule must be stepped over. */
public record BoardPlace(OffsetDateTime start, LocalDateTime local, int counter, boolean offered)
        implements Serializable {}
