package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.line.MyPlace;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.portal.line.CheckInCard;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Settings;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;

/** One visit: confirm it while it is held, later move or cancel it. */
@Route("visits/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class VisitView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient OfficeVisits visits;
    private final transient VisitChanges changes;
    private final transient MyPlace places;
    private final String portalUrl;
    private final Div notice = new Div();

    public VisitView(
            OfficeVisits visits,
            VisitChanges changes,
            MyPlace places,
            @Value("${" + Settings.PORTAL_URL + "}") String portalUrl) {
        this.visits = visits;
        this.changes = changes;
        this.places = places;
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
        begin(getTranslation("visit.title." + visit.state().getLiteral()), "/visits");
        add(notice, facts(visit));
        if (!said.isEmpty()) {
            say(said);
            notice.setClassName("thanks");
        }
        switch (visit.state()) {
            case HELD -> confirm(visit);
            case BOOKED -> {
                places.codeOf(visit.id()).ifPresent(code -> add(new CheckInCard(code, portalUrl)));
                change(visit);
            }
            case CHECKED_IN, CALLED ->
                places.codeOf(visit.id())
                        .ifPresent(code -> add(link("/line/" + code, getTranslation("checkin.place"), "btn", "wide")));
            case EXPIRED ->
                add(link("/visits/new/" + visit.type().code(), getTranslation("visit.again"), "btn", "wide"));
            default -> {}
        }
    }

    private Div facts(Visit visit) {
        var language = Languages.current();
        var when = new H2(Formats.day(visit.local().toLocalDate(), language)
                + " "
                + getTranslation("visit.clock", Formats.time(visit.local().toLocalTime(), language)));
        when.addClassName("big");
        var what = new Paragraph(visit.type().name().in(language) + ", "
                + getTranslation("visit.minutes", visit.type().minutes()));
        var where = new Paragraph(visit.officeName().in(language) + ", " + visit.officeAddress());
        where.addClassName("soft");
        var bring = new Paragraph(visit.type().bring().in(language));
        bring.addClassName("tip");
        var number = new Span(visit.number());
        number.addClassNames("soft", "small", "num");
        var facts = card(when, what, where, bring, number);
        facts.addClassName("facts");
        return facts;
    }

    private void confirm(Visit visit) {
        var until = visit.heldUntil();
        if (until != null) {
            add(soft(getTranslation(
                    "visit.held",
                    Formats.time(until.atZoneSameInstant(Helsinki.ZONE).toLocalTime(), Languages.current()))));
        }
        add(button(getTranslation("visit.confirm"), () -> show(visits.confirm(visit.id()), "visit.booked"), "wide"));
        add(link("/visits/new/" + visit.type().code(), getTranslation("visit.othertime"), "textlink"));
    }

    private void change(Visit visit) {
        var move = new Div();
        var buttons = new Div(
                button(getTranslation("visit.move"), () -> chooseTime(visit, move), "quiet"),
                button(getTranslation("visit.cancel"), () -> reallyCancel(visit, move), "line"));
        buttons.addClassName("pair");
        var calendar = soft(getTranslation("visit.calendar"));
        calendar.addClassName("small");
        add(buttons, move, calendar);
    }

    private void chooseTime(Visit visit, Div place) {
        place.removeAll();
        place.add(
                new H2(getTranslation("visit.move.title")),
                new SlotChooser(
                        (first, last) -> visits.free(visit.type().code(), first, last),
                        (first, last) -> visits.whyNothing(visit.type().code(), first, last),
                        visits.today(),
                        visits.horizon(),
                        slot -> show(changes.move(visit.id(), slot.start()), "visit.moved")));
    }

    private void reallyCancel(Visit visit, Div place) {
        place.removeAll();
        var question = new Paragraph(getTranslation("visit.cancel.really"));
        var yes = button(
                getTranslation("visit.cancel.yes"), () -> show(changes.cancel(visit.id()), "visit.cancelled"), "ember");
        var no = button(getTranslation("visit.cancel.no"), place::removeAll, "line");
        var buttons = new Div(yes, no);
        buttons.addClassName("pair");
        var ask = card(question, buttons);
        ask.getElement().setAttribute("role", "group");
        place.add(ask);
        yes.focus();
    }

    private void show(Booking booking, String done) {
        switch (booking) {
            case Booking.Done now -> draw(now.visit(), getTranslation(done));
            case Booking.SlotTaken taken -> offer(getTranslation("visit.taken"), taken.nearest());
            case Booking.NotOffered closed ->
                offer(RuleWords.of(this, closed.why()) + " " + getTranslation("visit.nearest"), closed.nearest());
            case Booking.TooMany tooMany -> say(getTranslation("visit.toomany", tooMany.limit()));
            case Booking.HoldExpired expired -> say(getTranslation("visit.expired"));
            case Booking.TooLate late -> draw(late.visit(), getTranslation("visit.toolate"));
            case Booking.AlreadyBooked already -> draw(already.visit(), getTranslation("visit.already"));
        }
    }

    private void offer(String words, List<Slot> nearest) {
        var times = new Div();
        times.addClassName("chips");
        var current = getUI().map(ui -> ui.getActiveViewLocation().getPath()).orElse("");
        var id = UUID.fromString(current.substring(current.lastIndexOf('/') + 1));
        nearest.forEach(slot ->
                times.add(SlotChooser.longChip(slot, () -> show(changes.move(id, slot.start()), "visit.moved"))));
        say(words);
        notice.add(times);
    }

    private void say(String text) {
        notice.removeAll();
        notice.setClassName("notice");
        notice.add(new Paragraph(text));
        notice.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
