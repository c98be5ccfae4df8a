package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.visit.WaitingListUpkeep;

/** Offers freed times to those who wait for an earlier one. */
class OfferFreedTimes extends Ticker {
    private final WaitingListUpkeep waiting;

    OfferFreedTimes(WaitingListUpkeep waiting) {
        this.waiting = waiting;
    }

    @Override
    void tick() {
        waiting.offerDue();
    }
}
