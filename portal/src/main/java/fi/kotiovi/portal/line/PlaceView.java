package fi.kotiovi.portal.line;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.line.MyPlace;
import fi.kotiovi.domain.line.Place;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One's own place in the line, by a link that only the visitor has. It moves by itself. */
@Route("line/:secret([A-Za-z0-9_-]{10,24})")
@AnonymousAllowed
public class PlaceView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final String SHAKE = "navigator.vibrate?.([400, 150, 400])";

    private final transient MyPlace places;
    private final transient Live live;
    private final transient Clock clock;
    private final Div status = new Div();
    private final Div actions = new Div();
    private String secret = "";
    private List<Object> offered = List.of();
    private int heard;

    public PlaceView(MyPlace places, Live live, Clock clock) {
        this.places = places;
        this.live = live;
        this.clock = clock;
        status.addClassName("place");
        actions.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        secret = event.getRouteParameters().get("secret").orElse("");
        var place = places.of(secret).orElseThrow(NotFoundException::new);
        heard = place.calls();
        live.watch(this, this::look, () -> show(places.of(secret).orElseThrow()));
        removeAll();
        add(status, actions);
        show(place);
    }

    /** The minute moves too, so that one sees that the page lives. */
    private Object look() {
        return List.of(places.of(secret), clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    private void show(Place place) {
        status.removeAll();
        status.setClassName("called", place.state() == TicketState.CALLED);
        var heading = new H1(heading(place));
        var number = new Paragraph(place.label());
        number.addClassNames("ticket-number", "num");
        number.getElement().setAttribute("aria-label", getTranslation("place.number", place.label()));
        var news = new Div(heading, number);
        news.getElement().setAttribute("role", "status");
        status.add(news);
        if (place.state() == TicketState.WAITING) {
            status.add(ahead(place), wait(place));
        } else {
            status.add(soft(getTranslation("place.hint." + place.state())));
        }
        var where = soft(LineWords.name(place.line()) + ", " + place.line().address());
        where.addClassName("small");
        status.add(where, updated());
        if (place.state() == TicketState.CALLED && place.calls() > heard) {
            getElement().executeJs(SHAKE);
        }
        heard = place.calls();
        offer(place);
    }

    private String heading(Place place) {
        var counter = place.counter();
        return counter == null
                ? getTranslation("place.state." + place.state())
                : getTranslation("place.state." + place.state() + ".at", counter);
    }

    private Component ahead(Place place) {
        var ahead = new Paragraph(LineWords.ahead(this, place.ahead()));
        ahead.addClassName("big");
        return ahead;
    }

    private Component wait(Place place) {
        var wait = new Paragraph(LineWords.waiting(this, place.waiting()));
        if (place.lane() == LineLane.WALK_IN) {
            return wait;
        }
        return new Div(wait, soft(getTranslation("place.booked")));
    }

    private Component updated() {
        var now = LocalTime.ofInstant(clock.instant(), Helsinki.ZONE);
        var updated = new Span(getTranslation("place.updated", Formats.time(now, Languages.current())));
        updated.addClassNames("soft", "small", "num");
        return updated;
    }

    /** Drawn again only when something else can be done: somebody may be typing. */
    private void offer(Place place) {
        var canLeave = place.state() == TicketState.WAITING
                || place.state() == TicketState.PARKED
                || place.state() == TicketState.CALLED;
        var canBeTold = (place.state() == TicketState.WAITING || place.state() == TicketState.PARKED) && !place.told();
        List<Object> now = List.of(canLeave, canBeTold, place.tells(), place.told());
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        actions.removeAll();
        if (canBeTold) {
            actions.add(new TellMe(
                    place.tells(),
                    place.line().rule().tellPlaces(),
                    typed -> places.tell(secret, typed),
                    () -> show(places.of(secret).orElseThrow())));
        }
        actions.add(link("/line/rules/" + place.line().code(), getTranslation("place.rules"), "textlink"));
        if (canLeave) {
            var ask = new Div();
            ask.addClassName("stack");
            actions.add(button(getTranslation("place.leave"), () -> reallyLeave(ask), "line", "wide"), ask);
        }
    }

    private void reallyLeave(Div ask) {
        ask.removeAll();
        var yes = button(getTranslation("place.leave.yes"), this::leave, "ember");
        var buttons = new Div(yes, button(getTranslation("place.leave.no"), ask::removeAll, "line"));
        buttons.addClassName("pair");
        ask.add(card(new Paragraph(getTranslation("place.leave.really")), buttons));
        yes.focus();
    }

    private void leave() {
        places.leave(secret);
        show(places.of(secret).orElseThrow());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.heading") + " – Kotiovi";
    }
}
