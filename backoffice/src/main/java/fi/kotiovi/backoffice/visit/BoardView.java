package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.SignedInStaff;
import fi.kotiovi.backoffice.visit.BoardGrid.Scene;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.visit.BoardPlace;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitBoard.Day;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bookings of a day or a week, counter by counter: to see, to move, to call off, to fill. */
@Route("board")
@RolesAllowed({"DESK", "MANAGER"})
public class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle, BoardActions {
    private static final long serialVersionUID = 1;

    private final transient BoardServices services;
    private final transient Clock clock;
    private final boolean manager;
    private final BoardHead head;
    private final Carry carry;
    private final BoardGrid grid;
    private final Aside panel = new Aside();
    private volatile BoardPage page;
    private Optional<UUID> chosen = Optional.empty();
    private transient Optional<DeskVisit> shown = Optional.empty();

    public BoardView(BoardServices services, SignedInStaff signedIn, Live live, Clock clock) {
        this.services = services;
        this.clock = clock;
        manager = signedIn.staff().orElseThrow().isAny(StaffRole.MANAGER);
        page = BoardPage.of(QueryParameters.empty(), today());
        addClassName("board");
        var desk = services.desk().desk();
        head = new BoardHead(desk.office(), desk.counters(), page, this::today, this::go);
        carry = new Carry(services, manager, this::movedOrStayed, this::draw);
        grid = new BoardGrid(this);
        panel.addClassNames("visit-panel", "card");
        var left = new Section(head, carry, grid);
        left.addClassName("board-side");
        add(left, panel);
        live.watch(this, look(), this::look, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = BoardPage.of(event.getLocation().getQueryParameters(), today());
        draw();
    }

    private void go(BoardPage to) {
        getUI().ifPresent(ui -> ui.navigate(BoardView.class, to.parameters()));
    }

    @Override
    public void goTo(LocalDate day) {
        go(page.on(day).asWeek(false));
    }

    @Override
    public void choose(UUID visit) {
        chosen = Optional.of(visit);
        draw();
    }

    @Override
    public void pickUp(UUID visit, boolean dragged) {
        if (!carry.pickUp(visit)) {
            return;
        }
        var places = drawGrid(look().days());
        if (!dragged) {
            carry.moving()
                    .ifPresent(moving -> grid.focusNearest(
                            places, new BoardPlace(moving.start(), moving.local(), moving.counter(), true), page));
        }
    }

    @Override
    public void giveUp() {
        carry.giveUp();
    }

    @Override
    public void drop(BoardPlace place, boolean anyCounter) {
        carry.drop(place, anyCounter);
    }

    @Override
    public void book(OffsetDateTime start, int counter) {
        new BookDialog(services.visits(), manager, start, counter, this::draw).open();
    }

    private void movedOrStayed(UUID visit) {
        draw();
        grid.focusVisit(visit);
    }

    private void draw() {
        drawGrid(look().days());
        drawPanel();
    }

    private void refresh(Look look) {
        drawGrid(look.days);
        if (!chosen.flatMap(services.desk()::one).equals(shown)) {
            drawPanel();
        }
    }

    private List<BoardPlace> drawGrid(List<Day> days) {
        var places = carry.places(page, BoardHours.of(days));
        head.show(page, days);
        grid.show(new Scene(
                page,
                days,
                chosen,
                carry.moving(),
                places,
                clock.instant().atZone(Helsinki.ZONE).toLocalDateTime()));
        setClassName("moving-now", carry.moving().isPresent());
        if (carry.moving().isPresent()) {
            carry.tell(places);
        }
        return places;
    }

    private void drawPanel() {
        panel.removeAll();
        var isOpen = chosen.equals(shown.map(DeskVisit::id));
        shown = chosen.flatMap(isOpen ? services.desk()::one : services.board()::open);
        setClassName("with-panel", shown.isPresent());
        panel.setVisible(shown.isPresent());
        shown.ifPresent(visit -> panel.add(new BoardPanel(
                visit, services, clock, () -> pickUp(visit.id(), false), () -> cancel(visit), this::closePanel)));
    }

    private void cancel(DeskVisit visit) {
        new CancelDialog(services.cancellations(), visit, this::draw, slot -> carry.to(visit, slot.start(), null, null))
                .open();
    }

    private void closePanel() {
        var visit = chosen;
        chosen = Optional.empty();
        draw();
        visit.ifPresent(grid::focusVisit);
    }

    private Look look() {
        return new Look(
                services.board().days(page.first(), page.last()),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    private LocalDate today() {
        return Helsinki.today(clock);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.board") + " · Kotiovi";
    }

    /** What makes the page redraw. */
    private record Look(List<Day> days, long minute) {}
}
