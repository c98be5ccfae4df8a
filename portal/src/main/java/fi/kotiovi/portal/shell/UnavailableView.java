package fi.kotiovi.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a page cannot be shown, mostly because the database is away: stays calm, says whom to phone, tries again by itself. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class UnavailableView extends Page implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(UnavailableView.class);
    private static final int TRY_AGAIN_MILLISECONDS = 5_000;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("{} could not be shown", event.getLocation().getPath(), parameter.getException());
        begin(getTranslation("unavailable.title"));
        add(soft(getTranslation("unavailable.lead")), soft(getTranslation("unavailable.oncall")));
        getElement().executeJs("setTimeout(() => location.reload(), $0)", TRY_AGAIN_MILLISECONDS);
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
