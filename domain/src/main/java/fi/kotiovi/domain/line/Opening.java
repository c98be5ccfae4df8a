package fi.kotiovi.domain.line;

/** How an attempt to sit down at a counter ended. */
public sealed interface Opening {
    /** Done. */
    record Open(Shift shift) implements Opening {}

    /** Somebody sits there. */
    record Occupied(int counter) implements Opening {}

    /** The caller has a visitor at another counter, who comes first. */
    record Busy(LineTicket inHand) implements Opening {}
}
