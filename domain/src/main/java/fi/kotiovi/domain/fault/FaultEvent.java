package fi.kotiovi.domain.fault;

import fi.kotiovi.vocabulary.FaultActor;
import fi.kotiovi.vocabulary.FaultState;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** One step on the timeline; {@code actorName} is what the resident may know of who did it. */
public record FaultEvent(
        int version, FaultState state, OffsetDateTime at, FaultActor actor, String actorName, String note)
        implements Serializable {}
