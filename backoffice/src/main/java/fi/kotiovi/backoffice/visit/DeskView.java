package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.vocabulary.VisitState;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The desk: who comes when to which counter, and receiving whoever is here. */
@Route("desk")
@RolesAllowed({"DESK", "MANAGER"})
public class DeskView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient VisitDesk desk;
    private final transient KeyDesk keyDesk;
    private final transient Clock clock;
    private final DeskHead head;
    private final DayPlan plan;
    private final Aside panel = new Aside();
    private LocalDate day;
    private Optional<UUID> chosen = Optional.empty();

    public DeskView(VisitDesk desk, KeyDesk keyDesk, Live live, Clock clock) {
        this.desk = desk;
        this.keyDesk = keyDesk;
        this.clock = clock;
        day = Helsinki.today(clock);
        addClassName("desk");
        panel.addClassNames("visit-panel", "card");
        var office = desk.desk();
        head = new DeskHead(office.office(), clock, this::go, this::serveNext);
        plan = new DayPlan(office.counters(), this::choose);
        var left = new Section(head, plan);
        left.addClassName("plan-side");
        add(left, panel);
        draw();
        live.watch(this, look(), this::look, now -> drawPlan(now.visits()));
    }

    private void go(LocalDate to) {
        day = to;
        chosen = Optional.empty();
        draw();
    }

    private void choose(UUID visit) {
        chosen = Optional.of(visit);
        draw();
    }

    /** The first one who is here, by the time that was promised. */
    private void serveNext() {
        desk.on(Helsinki.today(clock)).stream()
                .filter(visit -> visit.state() == VisitState.CHECKED_IN)
                .min(Comparator.comparing(DeskVisit::start))
                .ifPresentOrElse(
                        visit -> {
                            day = Helsinki.today(clock);
                            step(visit.id(), DeskStep.SERVE);
                        },
                        () -> Say.done(getTranslation("desk.nobodyHere")));
    }

    private void step(UUID visit, DeskStep step) {
        if (desk.step(visit, step).isEmpty()) {
            Say.problem(getTranslation("desk.movedOn"));
        }
        choose(visit);
    }

    private void draw() {
        drawPlan(desk.on(day));
        panel.removeAll();
        chosen.flatMap(desk::one)
                .ifPresentOrElse(
                        visit -> panel.add(new VisitPanel(
                                visit, keyDesk, step -> step(visit.id(), step), () -> drawPlan(desk.on(day)))),
                        () -> panel.add(
                                new H2(getTranslation("desk.choose")),
                                new Paragraph(getTranslation("desk.choose.hint"))));
    }

    private void drawPlan(List<DeskVisit> visits) {
        head.show(day, visits);
        plan.show(visits, chosen, clock.instant().atZone(Helsinki.ZONE).toLocalDateTime());
    }

    private Look look() {
        return new Look(
                desk.on(day), clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.desk") + " · Kotiovi";
    }

    /** What makes the plan redraw. The panel stays: somebody may be ticking keys in it. */
    private record Look(List<DeskVisit> visits, long minute) {}
}
