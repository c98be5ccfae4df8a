package fi.kotiovi.backoffice.job;

import fi.kotiovi.backoffice.notification.NotificationSender;
import fi.kotiovi.vocabulary.NotificationLane;

/** Sends what residents are told. */
class SendLetters extends Ticker {
    private final NotificationSender sender;

    SendLetters(NotificationSender sender) {
        this.sender = sender;
    }

    @Override
    void tick() {
        sender.sendDue(NotificationLane.NORMAL);
    }
}
