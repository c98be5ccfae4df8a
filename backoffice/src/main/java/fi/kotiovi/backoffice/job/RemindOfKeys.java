package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.key.KeyUpkeep;

/** Reminds of keys that should be back by now. */
class RemindOfKeys extends Ticker {
    private final KeyUpkeep keys;

    RemindOfKeys(KeyUpkeep keys) {
        this.keys = keys;
    }

    @Override
    void tick() {
        keys.remindOfLoans();
        keys.openLateReturns();
    }
}
