package fi.kotiovi.domain.line;

import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the desk sees it.
 *
 * @param dueAt the booked time, or when somebody without one came
 * @param ripeAt not called before this while others wait
 * @param since when the present state began
 * @param counter where it was called to, or is served
 * @param clerk who has it in hand
 * @param visit the booked visit; a walk-in has none
 * @param matters what came up besides the first matter
 * @param promisedTo the colleague it was handed on to
 */
public record LineTicket(
        UUID id,
        String label,
        LineLane lane,
        TicketState state,
        String matter,
        boolean quick,
        Language language,
        OffsetDateTime arrivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime ripeAt,
        OffsetDateTime since,
        @Nullable OffsetDateTime calledAt,
        int calls,
        @Nullable Integer counter,
        @Nullable UUID clerkId,
        @Nullable String clerk,
        @Nullable UUID visit,
        @Nullable String residentName,
        @Nullable UUID promisedToId,
        @Nullable String promisedTo,
        List<String> matters)
        implements Serializable {
    public LineTicket {
        matters = List.copyOf(matters);
    }
}
