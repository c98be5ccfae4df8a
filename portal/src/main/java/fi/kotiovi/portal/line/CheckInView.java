package fi.kotiovi.portal.line;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.line.Arriving;
import fi.kotiovi.domain.line.Kiosk;
import fi.kotiovi.portal.shell.Page;

/** Where the QR code of a booked visit leads: one button says "I am here". Nothing happens by merely opening it. */
@Route("checkin/:code([A-Za-z0-9-]{12,16})")
@AnonymousAllowed
public class CheckInView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Kiosk kiosk;
    private String code = "";

    public CheckInView(Kiosk kiosk) {
        this.kiosk = kiosk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("");
        begin(getTranslation("checkin.title"));
        add(soft(getTranslation("checkin.lead")), button(getTranslation("checkin.here"), this::arrive, "wide"));
    }

    private void arrive() {
        switch (kiosk.arrive(code, null, Halls.address())) {
            case Arriving.InTime in -> follow(in.secret());
            case Arriving.Late late -> follow(late.secret());
            case Arriving.AlreadyIn in -> follow(in.secret());
            case Arriving refused -> {
                var said = ArrivalWords.of(this, refused);
                begin(getTranslation(said.title()));
                add(soft(said.hint()), button(getTranslation("checkin.again"), this::arrive, "line", "wide"));
            }
        }
    }

    private void follow(String secret) {
        getUI().ifPresent(ui -> ui.navigate("line/" + secret));
    }
}
