package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.notification.Dispatch;

/** Puts back what a dead sender or a silent clerk held. */
class RecoverLost extends Ticker {
    private final Dispatch dispatch;
    private final ContactQueue queue;

    RecoverLost(Dispatch dispatch, ContactQueue queue) {
        this.dispatch = dispatch;
        this.queue = queue;
    }

    @Override
    void tick() {
        dispatch.recover();
        queue.returnLostLeases();
    }
}
