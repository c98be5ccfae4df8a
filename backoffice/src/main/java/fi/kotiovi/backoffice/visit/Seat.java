package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;

/** Which browser this is: one for all windows of a session, another in every other browser of the same person. */
final class Seat {
    private static final String KEY = Seat.class.getName();

    private Seat() {}

    static UUID here() {
        var session = VaadinSession.getCurrent();
        if (session.getAttribute(KEY) instanceof UUID known) {
            return known;
        }
        var fresh = UUID.randomUUID();
        session.setAttribute(KEY, fresh);
        return fresh;
    }
}
