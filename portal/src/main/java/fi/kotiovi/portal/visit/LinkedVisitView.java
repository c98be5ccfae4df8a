package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.visit.LinkedVisits;
import fi.kotiovi.domain.visit.LinkedVisits.Link;
import fi.kotiovi.domain.visit.LinkedVisits.Opened;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Objects;
import java.util.UUID;

/**
 * The visit that the link in a mail opens, for whoever holds the link and without signing in. All of its state is in its
 * address, so a page that lost its session is simply opened again.
 */
@Route("v/:token")
@AnonymousAllowed
public class LinkedVisitView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final UUID NO_LINK = new UUID(0, 0);

    private final transient LinkedVisits visits;
    private final transient OfficeVisits office;
    private UUID token = NO_LINK;

    public LinkedVisitView(LinkedVisits visits, OfficeVisits office) {
        this.visits = visits;
        this.office = office;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters()
                .get("token")
                .map(LinkedVisitView::uuid)
                .orElse(NO_LINK);
        draw("");
    }

    private void draw(String said) {
        var link = link();
        switch (visits.open(link)) {
            case Opened.Open open -> show(link, open, said);
            case Opened.Nothing nothing -> nothing();
            case Opened.Braked braked -> {
                begin(getTranslation("visit.link.braked.title"));
                add(soft(getTranslation("visit.link.braked")));
            }
        }
    }

    private void nothing() {
        begin(getTranslation("visit.link.dead.title"));
        add(soft(getTranslation("visit.link.dead")), link("/visits", getTranslation("visit.list.title"), "btn"));
    }

    private void show(Link link, Opened.Open open, String said) {
        var visit = open.visit();
        begin(getTranslation(ChangeVisit.title(visit)));
        if (said.isEmpty() && visit.state() == VisitState.BOOKED) {
            add(soft(getTranslation("visit.link.hello", open.givenName())));
        } else if (!said.isEmpty()) {
            var thanks = new Div(new Paragraph(getTranslation(said)));
            thanks.addClassName("thanks");
            thanks.getElement().setAttribute("role", "alert");
            add(thanks);
        }
        add(new VisitFacts(visit));
        if (visit.state() == VisitState.BOOKED) {
            var doing = new LinkedVisit(visits, link, open.standing(), office.today());
            add(new ChangeVisit(visit, doing, (now, told) -> draw(told)));
        } else if (visit.state() == VisitState.CANCELLED_RESIDENT || visit.state() == VisitState.CANCELLED_OFFICE) {
            add(link("/visits/new/" + visit.type().code(), getTranslation("visit.again"), "btn"));
        }
    }

    private Link link() {
        var request = VaadinRequest.getCurrent();
        return new Link(token, request == null ? "" : Objects.requireNonNullElse(request.getRemoteAddr(), ""));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return NO_LINK;
        }
    }
}
