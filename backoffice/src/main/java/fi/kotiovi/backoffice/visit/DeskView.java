package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.backoffice.notification.MailSettings;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.backoffice.shell.SignedInStaff;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.line.CounterShifts;
import fi.kotiovi.domain.line.Kiosk;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.domain.line.LineTicket;
import fi.kotiovi.domain.line.Matter;
import fi.kotiovi.domain.line.Shift;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.VisitState;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The desk: who comes when to which counter, who waits, and receiving whoever is here. */
@Route("desk")
@RolesAllowed({"DESK", "MANAGER"})
public class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient VisitDesk desk;
    private final transient LineDesk lineDesk;
    private final transient CounterShifts shifts;
    private final transient KeyDesk keyDesk;
    private final transient Clock clock;
    private final UUID me;
    private final List<String> types;
    private final DeskHead head;
    private final DayPlan plan;
    private final CounterBar counter;
    private final LineList line;
    private final LineCommands commands;
    private final Aside panel = new Aside();
    private LocalDate day;
    private Optional<UUID> chosen = Optional.empty();
    private Optional<UUID> chosenTicket = Optional.empty();
    private Optional<LineTicket> shown = Optional.empty();
    private Optional<WalkInKeys> walkIn = Optional.empty();

    public DeskView(
            VisitDesk desk,
            LineDesk lineDesk,
            CounterShifts shifts,
            LineServices services,
            Kiosk kiosk,
            KeyDesk keyDesk,
            SignedInStaff signedIn,
            MailSettings settings,
            Live live,
            Clock clock) {
        this.desk = desk;
        this.lineDesk = lineDesk;
        this.shifts = shifts;
        this.keyDesk = keyDesk;
        this.clock = clock;
        me = signedIn.staff().orElseThrow().id();
        day = Helsinki.today(clock);
        addClassName("desk");
        panel.addClassNames("visit-panel", "card");
        var office = desk.desk();
        var matters = kiosk.matters();
        types = matters.stream().map(Matter::code).toList();
        commands = new LineCommands(services, Seat.here(), this::chooseTicket);
        head = new DeskHead(office.office(), clock, this::go, this::callNext);
        plan = new DayPlan(office.counters(), this::choose, () -> desk.upcoming(day), this::go);
        counter = new CounterBar(shifts, office.counters(), Seat.here(), this::draw);
        line = new LineList(clock, this::chooseTicket);
        counter.arrive();
        chosenTicket = services.hands().inHand().map(LineTicket::id);
        var left = new Section(head, plan);
        left.addClassName("plan-side");
        add(left, new LineSide(counter, line, lineDesk, matters, settings.portalUrl(), this::draw), panel);
        draw();
        live.watch(this, look(), this::look, this::refresh);
    }

    /** A link may lead to one visit, on whatever day it is. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("visit")
                .filter(text -> text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"))
                .flatMap(text -> desk.one(UUID.fromString(text)))
                .ifPresent(visit -> {
                    day = visit.local().toLocalDate();
                    choose(visit.id());
                });
    }

    private void go(LocalDate to) {
        day = to;
        chosen = Optional.empty();
        draw();
    }

    private void choose(UUID visit) {
        chosen = Optional.of(visit);
        chosenTicket = Optional.empty();
        draw();
    }

    private void chooseTicket(UUID ticket) {
        chosenTicket = Optional.of(ticket);
        chosen = Optional.empty();
        draw();
    }

    private void callNext() {
        day = Helsinki.today(clock);
        commands.next();
        drawPlan(look());
    }

    private void step(UUID visit, DeskStep step) {
        if (desk.step(visit, step).isEmpty()) {
            Say.problem(getTranslation("desk.movedOn"));
        }
        choose(visit);
    }

    private void draw() {
        var look = look();
        drawPlan(look);
        panel.removeAll();
        shown = look.ticket(chosenTicket);
        if (shown.isPresent()) {
            panel.add(panelOf(shown.get(), look));
        } else {
            chosen.flatMap(desk::one).ifPresentOrElse(this::showVisit, this::showNobody);
        }
    }

    private void showVisit(DeskVisit visit) {
        panel.add(new VisitPanel(visit, keyDesk, step -> step(visit.id(), step), () -> drawPlan(look())));
    }

    private void showNobody() {
        panel.add(new H2(getTranslation("desk.choose")), new Paragraph(getTranslation("desk.choose.hint")));
    }

    private TicketPanel panelOf(LineTicket ticket, Look look) {
        var colleagues = look.shifts().stream()
                .filter(shift -> !shift.staff().equals(me))
                .toList();
        var ticketPanel = new TicketPanel(ticket, me, clock, colleagues, types, commands.of(ticket.id()));
        var keys = Optional.ofNullable(ticket.visit())
                .filter(visit -> me.equals(ticket.clerkId()) && ticket.state() == TicketState.SERVING)
                .flatMap(desk::one)
                .filter(visit -> visit.state() == VisitState.SERVING && isAboutKeys(visit));
        keys.ifPresentOrElse(
                visit -> Optional.ofNullable(visit.homeId())
                        .ifPresent(home -> ticketPanel.addWork(new KeyHandover(
                                new VisitErrand(visit, home, keyDesk), keyDesk, () -> drawPlan(look())))),
                () -> {
                    if (me.equals(ticket.clerkId()) && ticket.state() == TicketState.SERVING) {
                        ticketPanel.addWork(walkIn(ticket));
                    } else {
                        ticketPanel.addSteps();
                    }
                });
        return ticketPanel;
    }

    /** Whoever came for something else and asks for keys besides is found like whoever came with a number. */
    private static boolean isAboutKeys(DeskVisit visit) {
        return visit.homeId() != null && WalkInKeys.isAboutKeys(visit.type().code());
    }

    /** The same piece as long as the same visitor sits there: whom the clerk has found and ticked stays. */
    private WalkInKeys walkIn(LineTicket ticket) {
        var same = walkIn.filter(keys -> keys.isOf(ticket))
                .orElseGet(() -> new WalkInKeys(ticket, keyDesk, () -> drawPlan(look())));
        walkIn = Optional.of(same);
        return same;
    }

    /** News from elsewhere. The panel stays, unless the ticket in it has moved: somebody may be ticking keys in it. */
    private void refresh(Look look) {
        drawPlan(look);
        if (shown.isPresent() && !look.ticket(chosenTicket).equals(shown)) {
            draw();
        }
    }

    private void drawPlan(Look look) {
        head.show(day, look.visits());
        plan.show(
                look.visits(),
                day.equals(Helsinki.today(clock)) ? look.clerks() : Map.of(),
                chosen,
                clock.instant().atZone(Helsinki.ZONE).toLocalDateTime());
        counter.show(look.shifts(), me);
        line.show(look.tickets(), chosenTicket);
    }

    private Look look() {
        return new Look(
                desk.on(day),
                lineDesk.today(),
                shifts.all(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.desk") + " · Kotiovi";
    }

    /** What makes the page redraw. */
    private record Look(List<DeskVisit> visits, List<LineTicket> tickets, List<Shift> shifts, long minute) {
        Map<Integer, String> clerks() {
            return shifts.stream().collect(Collectors.toMap(Shift::counter, Shift::clerk));
        }

        Optional<LineTicket> ticket(Optional<UUID> wanted) {
            return tickets.stream()
                    .filter(ticket -> wanted.filter(ticket.id()::equals).isPresent())
                    .findFirst();
        }
    }
}
