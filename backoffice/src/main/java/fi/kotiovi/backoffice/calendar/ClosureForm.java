package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.CalendarBook.Closure;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Closed for everything for a while, and the closures that are coming. */
class ClosureForm extends RuleForm {
    private static final long serialVersionUID = 1;
    private static final int OPENS = 9;
    private static final int CLOSES = 15;

    ClosureForm(
            OfficeCalendar calendar, List<Closure> coming, UUID office, LocalDate today, Consumer<Changing> changed) {
        super("calendar.form.CLOSURE", changed);
        var from = moment("calendar.closure.from", today.plusDays(1).atTime(OPENS, 0));
        var until = moment("calendar.closure.until", today.plusDays(1).atTime(CLOSES, 0));
        var reason = new Reason();
        fields(from, until);
        fields(reason.fields());
        saves(() -> {
            var begins = read(from);
            var ends = read(until);
            var told = reason.read();
            return begins.isPresent() && ends.isPresent() && told.isPresent()
                    ? Optional.of(calendar.close(office, begins.get(), ends.get(), told.get()))
                    : Optional.empty();
        });
        coming.forEach(closure -> add(row(closure, () -> changed.accept(calendar.reopen(office, closure.id())))));
    }

    private DateTimePicker moment(String label, LocalDateTime value) {
        var field = new DateTimePicker(getTranslation(label), value);
        field.setStep(Duration.ofMinutes(15));
        field.setLocale(Languages.locale(Languages.current()));
        return field;
    }

    private Optional<LocalDateTime> read(DateTimePicker field) {
        field.setErrorMessage(getTranslation("calendar.date.missing"));
        field.setInvalid(field.getValue() == null);
        return Optional.ofNullable(field.getValue());
    }

    private Div row(Closure closure, Runnable reopen) {
        var language = Languages.current();
        var when = new Span(Formats.moment(closure.during().from(), language) + " – "
                + Formats.moment(closure.during().until(), language));
        when.addClassNames("num", "strong");
        var why = new Span(closure.reason().in(language));
        why.addClassName("grow");
        var row = new Div(when, why);
        if (closure.everywhere()) {
            row.add(new Span(getTranslation("calendar.everywhere")));
        } else {
            row.add(Buttons.link(getTranslation("calendar.reopen"), reopen));
        }
        row.addClassNames("row", "wrap");
        return row;
    }
}
