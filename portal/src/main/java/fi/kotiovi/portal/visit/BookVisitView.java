package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.VisitType;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Booking a visit in three steps: what for, when, yes. */
@Route("visits/new/:type?([A-Z_]+)")
@RolesAllowed("RESIDENT")
public class BookVisitView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient OfficeVisits visits;
    private final Div notice = new Div();
    private final Div times = new Div();
    private @Nullable AttendingForm attending;

    public BookVisitView(OfficeVisits visits) {
        this.visits = visits;
        addClassName("wizard");
        notice.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("type").orElse("");
        visits.types().stream()
                .filter(type -> type.code().equals(wanted))
                .findFirst()
                .ifPresentOrElse(this::when, this::what);
    }

    private void what() {
        begin(getTranslation("visit.new.title"), "/");
        var list = new Div();
        list.addClassName("stack");
        for (var type : visits.types()) {
            var name = new Span(type.name().in(Languages.current()));
            name.addClassNames("strong", "grow");
            var minutes = new Span(getTranslation("visit.minutes", type.minutes()));
            minutes.addClassNames("soft", "small", "num");
            var choice = new Anchor("/visits/new/" + type.code(), name, minutes);
            choice.addClassNames("card", "choice", "line");
            list.add(choice);
        }
        add(list);
    }

    private void when(VisitType type) {
        begin(type.name().in(Languages.current()), "/visits/new");
        notice.removeAll();
        var nothing = visits.nothingToDo(type.code());
        if (nothing.isPresent()) {
            add(notice);
            show(
                    new Paragraph(RuleWords.of(this, nothing.get())),
                    link("/contacts/new", getTranslation("visit.ask"), "textlink"));
            return;
        }
        var bring = new Paragraph(type.bring().in(Languages.current()));
        bring.addClassName("tip");
        attending = new AttendingForm(visits.noProxy(type.code()));
        add(bring, attending, notice, times);
        showTimes(type);
    }

    private void showTimes(VisitType type) {
        times.removeAll();
        times.add(new SlotChooser(
                (first, last) -> visits.free(type.code(), first, last),
                (first, last) -> visits.whyNothing(type.code(), first, last),
                visits.today(),
                visits.horizon(),
                slot -> hold(type, slot)));
    }

    private void hold(VisitType type, Slot slot) {
        if (attending == null || attending.isIncomplete()) {
            return;
        }
        switch (visits.hold(type.code(), slot.start(), attending.value())) {
            case Booking.Done held ->
                getUI().ifPresent(ui -> ui.navigate("visits/" + held.visit().id()));
            case Booking.AlreadyBooked already -> {
                var text = new Paragraph(getTranslation("visit.already"));
                show(text, link("/visits/" + already.visit().id(), getTranslation("visit.already.open"), "textlink"));
            }
            case Booking.SlotTaken taken -> offer(type, getTranslation("visit.taken"), taken.nearest());
            case Booking.NotOffered closed ->
                offer(type, RuleWords.of(this, closed.why()) + " " + getTranslation("visit.nearest"), closed.nearest());
            case Booking.TooMany tooMany ->
                show(
                        new Paragraph(getTranslation("visit.toomany", tooMany.limit())),
                        link("/visits", getTranslation("visit.list.title"), "textlink"));
            case Booking.HoldExpired expired -> show(new Paragraph(getTranslation("visit.expired")));
            case Booking.TooLate late -> show(new Paragraph(getTranslation("visit.toolate")));
        }
    }

    /** What was free a moment ago is asked again; what was filled in stays. */
    private void offer(VisitType type, String words, List<Slot> nearest) {
        showTimes(type);
        var offered = new Div();
        offered.addClassName("chips");
        nearest.forEach(slot -> offered.add(SlotChooser.longChip(slot, () -> hold(type, slot))));
        show(new Paragraph(words), offered);
    }

    private void show(Component... content) {
        notice.removeAll();
        notice.add(content);
        notice.setClassName("notice");
        notice.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }
}
