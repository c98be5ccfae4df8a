package fi.kotiovi.domain.line;

import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketState;

/** What can be done with the visitor at one's counter. */
public enum HandStep {
    SERVE(TicketState.SERVING, TicketEventKind.SERVING),
    FINISH(TicketState.SERVED, TicketEventKind.SERVED),
    NO_SHOW(TicketState.NO_SHOW, TicketEventKind.NO_SHOW),
    /** Set aside, for somebody who fills in a form or fetches something. */
    PARK(TicketState.PARKED, TicketEventKind.PARKED),
    /** Back to the same place in the line. */
    RETURN(TicketState.WAITING, TicketEventKind.RETURNED);

    private final TicketState to;
    private final TicketEventKind kind;

    HandStep(TicketState to, TicketEventKind kind) {
        this.to = to;
        this.kind = kind;
    }

    TicketState to() {
        return to;
    }

    TicketEventKind kind() {
        return kind;
    }

    public boolean isPossibleFrom(TicketState state) {
        return switch (this) {
            case SERVE, NO_SHOW -> state == TicketState.CALLED;
            case FINISH -> state == TicketState.SERVING;
            case PARK, RETURN -> state == TicketState.CALLED || state == TicketState.SERVING;
        };
    }
}
