package fi.kotiovi.domain.line;

import fi.kotiovi.vocabulary.TicketState;
import java.time.OffsetDateTime;
import java.util.List;

/** The board on the wall: which number goes to which counter, the latest call first, and which come next. */
public record Board(List<AtCounter> called, List<String> waiting) {
    /** A number that was called to a counter; {@code calls} tells a second call from the first. */
    public record AtCounter(String label, TicketState state, int counter, OffsetDateTime calledAt, int calls) {}
}
