package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.PermitAll;

/** Leads to where this person's work is. */
@Route("")
@PermitAll
public class StartView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient SignedInStaff signedIn;

    public StartView(SignedInStaff signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(firstPage(signedIn.staff().orElseThrow()).path());
    }

    static Section firstPage(Caller.Staff me) {
        if (me.isAny(StaffRole.AGENT)) {
            return Section.QUEUE;
        }
        if (Section.DESK.isFor(me) && me.isAny(StaffRole.DESK)) {
            return Section.DESK;
        }
        if (me.isAny(StaffRole.CREW, StaffRole.ON_CALL)) {
            return Section.WORK;
        }
        return me.isAny(StaffRole.FOREMAN, StaffRole.MANAGER) ? Section.ALERTS : Section.SENT;
    }
}
