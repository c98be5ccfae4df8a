package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.line.MyPlace;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.CalendarFeeds;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.domain.visit.WaitingList;
import fi.kotiovi.portal.line.CheckInCard;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Settings;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;

/** One visit: confirm it while it is held, later move or cancel it. */
@Route("visits/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class VisitView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient OfficeVisits visits;
    private final transient VisitChanges changes;
    private final transient MyPlace places;
    private final transient WaitingList waiting;
    private final transient CalendarFeeds feeds;
    private final String portalUrl;
    private final Div notice = new Div();

    public VisitView(
            OfficeVisits visits,
            VisitChanges changes,
            MyPlace places,
            WaitingList waiting,
            CalendarFeeds feeds,
            @Value("${" + Settings.PORTAL_URL + "}") String portalUrl) {
        this.visits = visits;
        this.changes = changes;
        this.places = places;
        this.waiting = waiting;
        this.feeds = feeds;
        this.portalUrl = portalUrl;
        notice.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(visits.one(Ids.of(event)).orElseThrow(NotFoundException::new), "");
    }

    private void draw(Visit visit, String said) {
        notice.removeAll();
        notice.setClassName("");
        begin(getTranslation(ChangeVisit.title(visit)), "/visits");
        add(notice);
        if (!said.isEmpty()) {
            say(said);
            notice.setClassName("thanks");
        }
        add(new VisitFacts(visit));
        switch (visit.state()) {
            case HELD -> confirm(visit);
            case BOOKED -> {
                if (visit.newTimeAskedAt() == null) {
                    places.codeOf(visit.id()).ifPresent(code -> add(new CheckInCard(code, portalUrl)));
                }
                change(visit);
            }
            case CHECKED_IN, CALLED ->
                places.codeOf(visit.id())
                        .ifPresent(code -> add(link("/line/" + code, getTranslation("checkin.place"), "btn", "wide")));
            case EXPIRED -> again(visit);
            default -> {}
        }
    }

    private void confirm(Visit visit) {
        var left = visits.left(visit);
        if (left.isZero()) {
            say(getTranslation("visit.expired"));
            again(visit);
            return;
        }
        var otherTime = new Div();
        add(
                new Countdown(left, () -> draw(visit, "")),
                button(getTranslation("visit.confirm"), () -> confirmed(visit), "wide"),
                button(
                        getTranslation("visit.othertime"),
                        () -> {
                            otherTime.removeAll();
                            otherTime.add(chooser(visit));
                        },
                        "line",
                        "s"),
                otherTime);
    }

    private void confirmed(Visit visit) {
        switch (visits.confirm(visit.id())) {
            case Booking.Done now -> draw(now.visit(), getTranslation("visit.booked"));
            case Booking.NotOffered closed -> {
                say(RuleWords.of(this, closed.why()) + " " + getTranslation("visit.nearest"));
                offer(visit, closed.nearest());
            }
            case Booking.HoldExpired expired -> draw(visits.one(visit.id()).orElse(visit), "");
            default -> say(getTranslation("visit.toolate"));
        }
    }

    /** Who comes and what helps is not asked twice. */
    private void again(Visit visit) {
        if (!notice.hasClassName("notice")) {
            say(getTranslation("visit.expired"));
        }
        add(chooser(visit));
    }

    private SlotChooser chooser(Visit visit) {
        var type = visit.type().code();
        return new SlotChooser(
                (first, last) -> visits.free(type, first, last),
                (first, last) -> visits.whyNothing(type, first, last),
                visits.today(),
                visits.horizon(),
                slot -> hold(visit, slot));
    }

    private void hold(Visit before, Slot slot) {
        switch (visits.hold(before.type().code(), slot.start(), before.attending())) {
            case Booking.Done held ->
                getUI().ifPresent(ui -> ui.navigate("visits/" + held.visit().id()));
            case Booking.SlotTaken taken -> {
                say(getTranslation("visit.taken"));
                offer(before, taken.nearest());
            }
            case Booking.NotOffered closed -> {
                say(RuleWords.of(this, closed.why()) + " " + getTranslation("visit.nearest"));
                offer(before, closed.nearest());
            }
            case Booking.AlreadyBooked already -> draw(already.visit(), getTranslation("visit.already"));
            case Booking.TooMany tooMany -> say(getTranslation("visit.toomany", tooMany.limit()));
            case Booking.HoldExpired expired -> say(getTranslation("visit.expired"));
            case Booking.TooLate late -> say(getTranslation("visit.toolate"));
        }
    }

    private void change(Visit visit) {
        var calendar = soft(getTranslation("visit.calendar"));
        calendar.addClassName("small");
        add(
                new ChangeVisit(
                        visit,
                        new OwnVisit(visits, changes, waiting, visit),
                        (now, said) -> draw(visits.one(now.id()).orElse(now), getTranslation(said))),
                calendar,
                new CalendarAddress(feeds));
    }

    private void offer(Visit visit, List<Slot> nearest) {
        var times = new Div();
        times.addClassName("chips");
        nearest.forEach(slot -> times.add(SlotChooser.longChip(slot, () -> hold(visit, slot))));
        notice.add(times);
    }

    private void say(String text) {
        notice.removeAll();
        notice.setClassName("notice");
        notice.add(new Paragraph(text));
        notice.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
