package fi.kotiovi.backoffice.calendar;

import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One day unlike the others; no hours close it. */
class DayForm extends RuleForm {
    private static final long serialVersionUID = 1;

    DayForm(OfficeCalendar calendar, UUID office, OfficeService service, LocalDate today, Consumer<Changing> changed) {
        super("calendar.form.EXCEPTION", changed);
        var day = date("calendar.day", today);
        var open = hours("calendar.hours.or.closed");
        var reason = new Reason();
        fields(day, open);
        fields(reason.fields());
        saves(() -> {
            var date = read(day);
            var hours = readOne(open);
            var told = reason.read();
            return date.isPresent() && hours.isPresent() && told.isPresent()
                    ? Optional.of(calendar.setDay(
                            office, service, date.get(), hours.get().stream().findFirst(), told.get()))
                    : Optional.empty();
        });
    }
}
