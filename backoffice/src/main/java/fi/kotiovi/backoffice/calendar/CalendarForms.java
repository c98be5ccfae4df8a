package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fi.kotiovi.domain.calendar.CalendarBook;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.line.LineRules;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that can be set, each in a fold of its own; the week above shows at once what came of it. */
class CalendarForms extends Div {
    private static final long serialVersionUID = 1;

    CalendarForms(
            OfficeCalendar calendar,
            CalendarBook book,
            LineRules lineRules,
            UUID office,
            OfficeService service,
            LocalDate today,
            Consumer<Changing> changed) {
        addClassNames("stack", "forms");
        add(
                new H2(getTranslation("calendar.change")),
                new WeekForm(calendar, book.pattern(office, service, today), office, service, today, changed),
                new DayForm(calendar, office, service, today, changed),
                new ClosureForm(calendar, book.closures(office), office, today, changed),
                new SpecialDaysForm(calendar, office, service, today, changed));
        if (service == OfficeService.WALK_IN) {
            add(new LineRuleForm(lineRules, office, changed));
        }
        if (service == OfficeService.APPOINTMENT) {
            add(
                    new CapacityForm(calendar, office, today, changed),
                    new BookingRuleForm(calendar, book.rule(office), office, today, changed));
        }
    }
}
