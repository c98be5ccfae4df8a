package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;

/** When a click fails: says so kindly, leaves what was typed where it is, and writes the cause to the log. */
class CalmErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1;

    private final ErrorHandler log = new DefaultErrorHandler();

    @Override
    public void error(ErrorEvent event) {
        log.error(event);
        var ui = UI.getCurrent();
        if (ui != null) {
            Say.problem(ui.getTranslation("error.click"));
        }
    }
}
