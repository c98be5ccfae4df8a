package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** For pages that belong to another job. */
@ParentLayout(OfficeLayout.class)
@PermitAll
public class DeniedView extends ErrorBox implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1;

    public DeniedView() {
        super("error.denied");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
