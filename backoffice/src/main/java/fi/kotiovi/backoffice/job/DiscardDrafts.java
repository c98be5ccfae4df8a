package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.draft.DraftUpkeep;

/** Throws away what nobody finished. */
class DiscardDrafts extends Ticker {
    private final DraftUpkeep drafts;

    DiscardDrafts(DraftUpkeep drafts) {
        this.drafts = drafts;
    }

    @Override
    void tick() {
        drafts.discardStale();
    }
}
