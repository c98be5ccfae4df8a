package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.visit.VisitUpkeep;

/** Writes the reminders of tomorrow's visits. */
class RemindOfVisits extends Ticker {
    private final VisitUpkeep visits;

    RemindOfVisits(VisitUpkeep visits) {
        this.visits = visits;
    }

    @Override
    void tick() {
        visits.remind();
    }
}
