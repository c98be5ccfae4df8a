package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.line.LineUpkeep;
import fi.kotiovi.domain.visit.VisitUpkeep;

/** Lets go times that somebody held and did not confirm, ends visits that nobody ended, and puts away old numbers. */
class ExpireHolds extends Ticker {
    private final VisitUpkeep visits;
    private final LineUpkeep line;

    ExpireHolds(VisitUpkeep visits, LineUpkeep line) {
        this.visits = visits;
        this.line = line;
    }

    @Override
    void tick() {
        visits.expireHolds();
        visits.endForgotten();
        line.endEarlierDays();
        visits.forgetMisses();
    }
}
