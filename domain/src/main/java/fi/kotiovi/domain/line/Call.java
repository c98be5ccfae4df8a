package fi.kotiovi.domain.line;

/** What came of a command at a counter. */
public sealed interface Call {
    /** Done; this is how the ticket stands. */
    record Done(LineTicket ticket) implements Call {}

    /** There is somebody at the counter already; nobody else was called. */
    record StillHere(LineTicket ticket) implements Call {}

    /** Nobody waits whom this counter takes. */
    record NobodyWaits() implements Call {}

    /** Called so short a time ago that the visitor is still on the way; again in so many seconds. */
    record JustCalled(LineTicket ticket, int seconds) implements Call {}

    /** A colleague was faster, or the visitor has left: the ticket is not where the screen believed. */
    record MovedOn() implements Call {}

    /** The caller sits at no counter. */
    record NoCounter() implements Call {}

    /** The caller goes on at this counter in another browser. */
    record OtherWindow() implements Call {}
}
