package fi.kotiovi.backoffice.mail;

import com.icegreen.greenmail.util.GreenMail;
import fi.kotiovi.backoffice.mail.Inbox.Patience;
import fi.kotiovi.domain.mail.MailboxUpkeep;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail server mail is fetched from. */
@Configuration(proxyBeanMethods = false)
class MailInConfiguration {
    @Bean
    @ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "false", matchIfMissing = true)
    MailFetcher mailFetcher(InboxSettings settings, MailboxUpkeep mailboxes, Clock clock) {
        return new MailFetcher(settings, mailboxes, clock, Patience.USUAL);
    }

    /** For the demo: the server in this process, whose port nobody knows before it runs. */
    @Bean
    @ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "true")
    MailFetcher demoMailFetcher(InboxSettings settings, GreenMail server, MailboxUpkeep mailboxes, Clock clock) {
        var port = server.getImap().getPort();
        return new MailFetcher(settings.at("127.0.0.1", port), mailboxes, clock, Patience.USUAL);
    }
}
