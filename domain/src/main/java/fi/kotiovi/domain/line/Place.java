package fi.kotiovi.domain.line;

import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import java.io.Serializable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own place in the line.
 *
 * @param state how it stands; a ticket of an earlier day has left the line, whatever was written down
 * @param counter where to go; null unless called to a counter
 * @param ahead how many are called before
 * @param tells whether a message goes out when few are ahead
 */
public record Place(
        OfficeLine line,
        String label,
        LineLane lane,
        TicketState state,
        String matter,
        OffsetDateTime arrivedAt,
        @Nullable Integer counter,
        int calls,
        int ahead,
        WaitingTime waiting,
        boolean tells,
        boolean told)
        implements Serializable {}
