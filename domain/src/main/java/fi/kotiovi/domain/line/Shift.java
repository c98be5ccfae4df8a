package fi.kotiovi.domain.line;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody works at a counter today.
 *
 * @param seat the browser that may act
 * @param quickOnly whether only matters that are done in a moment are called here
 */
public record Shift(UUID id, UUID counterId, int counter, UUID staff, String clerk, UUID seat, boolean quickOnly)
        implements Serializable {}
