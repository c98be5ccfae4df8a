package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.concurrent.TimeUnit;

/** When a click fails: says so kindly, leaves what was typed where it is, and writes the cause to the log. */
class CalmErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1;

    private final ErrorHandler log = new DefaultErrorHandler();

    @Override
    public void error(ErrorEvent event) {
        log.error(event);
        var ui = UI.getCurrent();
        if (ui != null) {
            var _ = ui.access(() -> {
                var message = Notification.show(
                        ui.getTranslation("error.click"),
                        (int) TimeUnit.SECONDS.toMillis(10),
                        Notification.Position.TOP_CENTER);
                message.addThemeVariants(NotificationVariant.ERROR);
                message.setAssertive(true);
            });
        }
    }
}
