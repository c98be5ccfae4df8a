package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** For addresses that lead nowhere, and pages that are not for this person: both look the same from outside. */
@ParentLayout(OfficeLayout.class)
@PermitAll
public class NotFoundView extends ErrorBox implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1;

    public NotFoundView() {
        super("error.notFound");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
