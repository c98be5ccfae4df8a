package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.ContactUpkeep;
import fi.kotiovi.domain.notification.Dispatch;

/** Puts back what a dead sender or a silent clerk held, and what was promised for today; closes what fell silent. */
class RecoverLost extends Ticker {
    private final Dispatch dispatch;
    private final ContactQueue queue;

    private final ContactUpkeep contacts;

    RecoverLost(Dispatch dispatch, ContactQueue queue, ContactUpkeep contacts) {
        this.dispatch = dispatch;
        this.queue = queue;
        this.contacts = contacts;
    }

    @Override
    void tick() {
        dispatch.recover();
        queue.returnLostLeases();
        contacts.returnDue();
        contacts.closeSilent();
    }
}
