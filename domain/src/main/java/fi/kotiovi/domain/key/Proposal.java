package fi.kotiovi.domain.key;

import fi.kotiovi.vocabulary.KeyProposalKind;
import fi.kotiovi.vocabulary.KeyProposalReason;
import fi.kotiovi.vocabulary.KeyProposalState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the program would do about a missing key, and why; {@code dueAt} is until when it may still come by itself. */
public record Proposal(
        UUID id,
        Key key,
        KeyProposalKind kind,
        KeyProposalReason reason,
        KeyProposalState state,
        @Nullable String resident,
        OffsetDateTime dueAt)
        implements Serializable {}
