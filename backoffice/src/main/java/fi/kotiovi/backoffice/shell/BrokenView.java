package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a page cannot be drawn, most often because the database is away for a moment. */
@ParentLayout(OfficeLayout.class)
@PermitAll
public class BrokenView extends ErrorBox implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(BrokenView.class);

    public BrokenView() {
        super("error.broken");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("{} could not be shown", event.getLocation().getPath(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
