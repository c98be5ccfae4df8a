package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.backoffice.shell.SignedInStaff;
import fi.kotiovi.domain.calendar.CalendarBook;
import fi.kotiovi.domain.calendar.CalendarChanges;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.line.LineRules;
import fi.kotiovi.domain.visit.DisplacedVisits;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The calendar of an office: the week as it will be, whom a change has hit, and the forms that change it. */
@Route("calendar")
@RolesAllowed({"DESK", "MANAGER", "ADMIN"})
public class CalendarView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient CalendarBook book;
    private final transient OfficeCalendar calendar;
    private final transient LineRules lineRules;
    private final transient CalendarChanges changes;
    private final transient DisplacedVisits displaced;
    private final transient Clock clock;
    private final boolean mayChange;
    private final Div week = new Div();
    private final Div hits = new Div();
    private final Div forms = new Div();
    private final Div log = new Div();
    private transient CalendarBook.Office office;
    private OfficeService service = OfficeService.APPOINTMENT;
    private LocalDate monday;

    public CalendarView(
            CalendarBook book,
            OfficeCalendar calendar,
            LineRules lineRules,
            CalendarChanges changes,
            DisplacedVisits displaced,
            SignedInStaff signedIn,
            Clock clock) {
        this.book = book;
        this.calendar = calendar;
        this.lineRules = lineRules;
        this.changes = changes;
        this.displaced = displaced;
        this.clock = clock;
        mayChange = signedIn.staff().orElseThrow().isAny(StaffRole.MANAGER, StaffRole.ADMIN);
        monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        addClassNames("calendar", "sheet");
        var offices = book.offices();
        office = offices.getFirst();
        var head = new Div(new H1(getTranslation("calendar.title", office.name().in(Languages.current()))));
        head.addClassNames("row", "wrap");
        if (offices.size() > 1) {
            var choice = new Select<CalendarBook.Office>();
            choice.setAriaLabel(getTranslation("calendar.office"));
            choice.setItems(offices);
            choice.setItemLabelGenerator(one -> one.name().in(Languages.current()));
            choice.setValue(office);
            choice.addValueChangeListener(event -> {
                office = event.getValue();
                draw();
            });
            head.add(choice);
        }
        add(head, new ServiceChoice(service, this::choose), weeks(), hits, week, forms, log);
        draw();
    }

    private void choose(OfficeService chosen) {
        service = chosen;
        draw();
    }

    private Div weeks() {
        var before = Buttons.line("‹", () -> go(monday.minusWeeks(1)));
        before.setAriaLabel(getTranslation("calendar.weekBefore"));
        var now = Buttons.line(
                getTranslation("calendar.thisWeek"),
                () -> go(today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        var after = Buttons.line("›", () -> go(monday.plusWeeks(1)));
        after.setAriaLabel(getTranslation("calendar.weekAfter"));
        var weeks = new Div(before, now, after);
        weeks.addClassName("days");
        weeks.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("calendar.week"));
        weeks.getChildren().map(NativeButton.class::cast).forEach(button -> button.addClassName("s"));
        return weeks;
    }

    private void go(LocalDate to) {
        monday = to;
        drawWeek();
    }

    private void draw() {
        drawWeek();
        hits.removeAll();
        var without = displaced.of(office.id());
        if (!without.isEmpty()) {
            hits.add(new DisplacedCard(without, mayChange, this::askForNewTimes));
        }
        forms.removeAll();
        if (mayChange) {
            forms.add(new CalendarForms(calendar, book, lineRules, office.id(), service, today(), this::changed));
        }
        log.removeAll();
        log.add(new ChangeLog(changes, office.id()));
    }

    private void drawWeek() {
        week.removeAll();
        week.add(new WeekGrid(book.week(office.id(), service, monday), today()));
    }

    /** What was typed stays in its form when it was refused. */
    private void changed(Changing outcome) {
        switch (outcome) {
            case Changing.Changed done -> {
                Say.done(getTranslation("calendar.changed", done.displaced()));
                draw();
            }
            case Changing.InThePast _ -> Say.problem(getTranslation("calendar.past"));
            case Changing.MakesNoSense _ -> Say.problem(getTranslation("calendar.nonsense"));
        }
    }

    private void askForNewTimes() {
        Say.done(getTranslation("calendar.asked", displaced.askForNewTimes(office.id())));
        draw();
    }

    private LocalDate today() {
        return Helsinki.today(clock);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.calendar") + " · Kotiovi";
    }
}
