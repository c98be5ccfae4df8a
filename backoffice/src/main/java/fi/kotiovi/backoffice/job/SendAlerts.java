package fi.kotiovi.backoffice.job;

import fi.kotiovi.backoffice.notification.NotificationSender;
import fi.kotiovi.vocabulary.NotificationLane;

/** Sends what people on call must know now, on a lane where nothing else waits. */
class SendAlerts extends Ticker {
    private final NotificationSender sender;

    SendAlerts(NotificationSender sender) {
        this.sender = sender;
    }

    @Override
    void tick() {
        sender.sendDue(NotificationLane.ALERT);
    }
}
