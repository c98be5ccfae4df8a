package fi.kotiovi.domain.visit;

import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;

/** What the desk can do with a visit: from where, to where. */
public enum DeskStep {
    CHECK_IN(VisitState.CHECKED_IN, VisitEventKind.CHECKED_IN),
    SERVE(VisitState.SERVING, VisitEventKind.SERVING),
    FINISH(VisitState.SERVED, VisitEventKind.SERVED),
    NO_SHOW(VisitState.NO_SHOW, VisitEventKind.NO_SHOW);

    private final VisitState to;
    private final VisitEventKind kind;

    DeskStep(VisitState to, VisitEventKind kind) {
        this.to = to;
        this.kind = kind;
    }

    VisitState to() {
        return to;
    }

    VisitEventKind kind() {
        return kind;
    }

    /** Somebody marked as absent may still turn up. */
    public boolean isPossibleFrom(VisitState state) {
        return switch (this) {
            case CHECK_IN -> state == VisitState.BOOKED || state == VisitState.NO_SHOW;
            case SERVE -> state == VisitState.BOOKED || state == VisitState.CHECKED_IN || state == VisitState.CALLED;
            case FINISH -> state == VisitState.SERVING;
            case NO_SHOW -> state == VisitState.BOOKED || state == VisitState.CALLED;
        };
    }
}
