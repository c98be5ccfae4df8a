package fi.kotiovi.domain.line;

import java.io.Serializable;

/** How long it may take until somebody is called, as far as one can honestly say. */
public sealed interface WaitingTime extends Serializable {
    /** Between these many minutes, both rounded to what people say. */
    record Range(int fromMinutes, int toMinutes) implements WaitingTime {}

    /** Any moment now. */
    record Soon() implements WaitingTime {}

    /** Nobody is at a counter, or too few visits have been timed to say anything. */
    record CannotTell() implements WaitingTime {}
}
