package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.visit.VisitUpkeep;

/** Lets go times that somebody held and did not confirm, and ends visits that nobody ended. */
class ExpireHolds extends Ticker {
    private final VisitUpkeep visits;

    ExpireHolds(VisitUpkeep visits) {
        this.visits = visits;
    }

    @Override
    void tick() {
        visits.expireHolds();
        visits.endForgotten();
        visits.forgetMisses();
    }
}
