package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Tells what just happened, in a sentence that goes away by itself and that screen readers speak. */
public final class Say {
    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    private Say() {}

    public static void done(String sentence) {
        Notification.show(sentence, SHORT, Notification.Position.TOP_END);
    }

    /** Something that must not be missed: stays longer and is spoken at once. */
    public static void problem(String sentence) {
        var message = Notification.show(sentence, LONG, Notification.Position.TOP_CENTER);
        message.addThemeVariants(NotificationVariant.ERROR);
        message.setAssertive(true);
    }
}
