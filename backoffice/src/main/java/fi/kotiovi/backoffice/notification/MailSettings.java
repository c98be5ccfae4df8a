package fi.kotiovi.backoffice.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where mail goes out, who it is from, and where its links lead. */
@ConfigurationProperties("kotiovi.mail")
public record MailSettings(
        String from,
        String portalUrl,
        String officeUrl,
        boolean demo,
        String host,
        int port,
        String user,
        String password) {
    /** The part of our address that makes a Message-ID ours. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
