package fi.kotiovi.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** When an address leads nowhere, or to something that is somebody else's: both look the same. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        begin(getTranslation("notfound.title"));
        add(soft(getTranslation("notfound.lead")), link("/", getTranslation("notfound.home"), "btn"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
