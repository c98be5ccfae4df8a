package fi.kotiovi.domain.workorder;

import static fi.kotiovi.vocabulary.WorkOrderState.ACCEPTED;
import static fi.kotiovi.vocabulary.WorkOrderState.DONE;
import static fi.kotiovi.vocabulary.WorkOrderState.EN_ROUTE;
import static fi.kotiovi.vocabulary.WorkOrderState.NEW;
import static fi.kotiovi.vocabulary.WorkOrderState.ON_SITE;

import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.WorkOrderState;

/** What a crew can do with a work order: from where, to where, and what the resident sees of it (domain.md 3.6). */
public enum Step {
    ACCEPT(ACCEPTED, FaultState.ACCEPTED),
    ON_THE_WAY(EN_ROUTE, FaultState.ON_THE_WAY),
    ARRIVE(ON_SITE, FaultState.IN_PROGRESS),
    NO_ACCESS(WorkOrderState.NO_ACCESS, FaultState.NO_ACCESS),
    FINISH(DONE, FaultState.DONE);

    private final WorkOrderState to;
    private final FaultState shown;

    Step(WorkOrderState to, FaultState shown) {
        this.to = to;
        this.shown = shown;
    }

    WorkOrderState to() {
        return to;
    }

    FaultState shown() {
        return shown;
    }

    public boolean isPossibleFrom(WorkOrderState state) {
        return switch (this) {
            case ACCEPT -> state == NEW;
            case ON_THE_WAY -> state == ACCEPTED || state == WorkOrderState.NO_ACCESS;
            case ARRIVE -> state == ACCEPTED || state == EN_ROUTE;
            case NO_ACCESS -> state == EN_ROUTE || state == ON_SITE;
            case FINISH -> state == ACCEPTED || state == EN_ROUTE || state == ON_SITE;
        };
    }
}
