package fi.kotiovi.backoffice.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Where no gateway for text messages is connected: each one fails in the open, so that nobody believes it was sent. */
@Component
@ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "false", matchIfMissing = true)
class NoTextMessages implements TextMessages {
    @Override
    public void send(String phone, String text) {
        throw new IllegalStateException("No gateway for text messages is connected.");
    }
}
