package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import fi.kotiovi.domain.housing.PhoneNumbers;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;

/** When a page cannot be drawn, most often because the database is away: whom to phone, and it tries again by itself. */
@ParentLayout(OfficeLayout.class)
@PermitAll
public class BrokenView extends ErrorBox implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(BrokenView.class);

    private static final int TRY_AGAIN_MILLISECONDS = 5_000;

    public BrokenView(@Value("${" + Settings.ON_CALL_PHONE + "}") String onCallPhone) {
        super("error.broken", call(onCallPhone));
    }

    private static Anchor call(String phone) {
        var shown = PhoneNumbers.shown(phone);
        return Buttons.link("tel:" + phone, UI.getCurrent().getTranslation("error.call", shown), Icon.PHONE);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("{} could not be shown", event.getLocation().getPath(), parameter.getException());
        getElement().executeJs("setTimeout(() => location.reload(), $0)", TRY_AGAIN_MILLISECONDS);
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
