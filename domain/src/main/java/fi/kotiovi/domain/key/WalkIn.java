package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.util.UUID;

/** Somebody who came with a number: the ticket that is served, and the person and the home that the clerk has found. */
public record WalkIn(UUID ticket, UUID resident, UUID home) implements Serializable {}
