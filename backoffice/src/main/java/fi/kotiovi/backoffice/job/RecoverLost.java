package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.contact.ChatUpkeep;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.ContactUpkeep;
import fi.kotiovi.domain.notification.Dispatch;

/**
 * Puts back what a dead sender or a silent clerk held, and what was promised for today; ends chats without anybody and what
 * nobody speaks of any more.
 */
class RecoverLost extends Ticker {
    private final Dispatch dispatch;
    private final ContactQueue queue;

    private final ContactUpkeep contacts;
    private final ChatUpkeep chats;

    RecoverLost(Dispatch dispatch, ContactQueue queue, ContactUpkeep contacts, ChatUpkeep chats) {
        this.chats = chats;
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
        chats.endForsaken();
    }
}
