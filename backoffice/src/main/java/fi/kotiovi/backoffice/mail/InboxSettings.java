package fi.kotiovi.backoffice.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where mail comes in. Off while no host is named.
 *
 * @param address the mailbox that is fetched from
 * @param office the code of the office that gets letters of people we do not know; the first one when empty
 */
@ConfigurationProperties("kotiovi.inbox")
public record InboxSettings(
        String address, String host, int port, boolean tls, String user, String password, String office) {
    boolean isOn() {
        return !host.isEmpty();
    }

    InboxSettings at(String server, int itsPort) {
        return new InboxSettings(address, server, itsPort, tls, user, password, office);
    }

    @Override
    public String toString() {
        return address + " at " + host + ":" + port;
    }
}
