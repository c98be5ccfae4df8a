package fi.kotiovi.backoffice.notification;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;

/** Our own mailbox on the demo's mail server: what is sent to one of our addresses for answers lands in it as well. */
final class DemoInbox {
    private DemoInbox() {}

    static GreenMail of(GreenMail server, String address, String password) {
        server.setUser(address, address, password);
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> of(server, ours(recipient.getEmail(), address)));
        return server;
    }

    private static GreenMailUser of(GreenMail server, String address) throws UserException {
        var known = server.getUserManager().getUserByEmail(address);
        return known == null ? server.getUserManager().createUser(address, address, address) : known;
    }

    private static String ours(String recipient, String address) {
        var at = address.indexOf('@');
        return recipient.startsWith(address.substring(0, at) + "+") && recipient.endsWith(address.substring(at))
                ? address
                : recipient;
    }
}
