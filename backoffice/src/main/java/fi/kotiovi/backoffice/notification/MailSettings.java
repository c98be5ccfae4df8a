package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.mail.MailIdentity;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where mail goes out, who it is from, and where its links lead.
 *
 * @param secret what addresses for answers are signed with; empty while no mail comes in
 */
@ConfigurationProperties("kotiovi.mail")
public record MailSettings(
        String from,
        String portalUrl,
        String officeUrl,
        boolean demo,
        String host,
        int port,
        String user,
        String password,
        String secret) {
    /** The part of our address that makes a Message-ID ours. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Who we are to those who answer; empty while answers are not read. */
    public Optional<MailIdentity> identity() {
        return secret.isEmpty() ? Optional.empty() : Optional.of(new MailIdentity(from, secret));
    }

    @Override
    public String toString() {
        return from + " at " + host + ":" + port;
    }
}
