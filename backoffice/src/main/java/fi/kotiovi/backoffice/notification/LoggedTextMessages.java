package fi.kotiovi.backoffice.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** For the demo: text messages end in the log. */
@Component
@ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "true")
class LoggedTextMessages implements TextMessages {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedTextMessages.class);

    @Override
    public void send(String phone, String text) {
        LOG.info("Text message of {} characters sent", text.length());
    }
}
