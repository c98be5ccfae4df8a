package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.Hours;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.calendar.TimeSpan;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The weekly pattern of a service, a line for each day of the week. */
class WeekForm extends RuleForm {
    private static final long serialVersionUID = 1;

    private final Map<DayOfWeek, TextField> days = new EnumMap<>(DayOfWeek.class);
    private final DatePicker from;

    WeekForm(
            OfficeCalendar calendar,
            List<Hours> pattern,
            UUID office,
            OfficeService service,
            LocalDate today,
            Consumer<Changing> changed) {
        super("calendar.form.WEEKLY_HOURS", changed);
        for (var day : DayOfWeek.values()) {
            var field = hours("calendar.closed");
            field.setLabel(day.getDisplayName(TextStyle.FULL_STANDALONE, Languages.locale(Languages.current())));
            field.setValue(HoursText.of(pattern.stream()
                    .filter(hours -> hours.day() == day)
                    .map(hours -> new TimeSpan(hours.opens(), hours.closes()))
                    .toList()));
            days.put(day, field);
            fields(field);
        }
        from = date("calendar.from", today);
        fields(from);
        saves(() -> read().flatMap(hours -> read(from).map(date -> calendar.setWeek(office, service, hours, date))));
    }

    /** The fields from Monday to Sunday. */
    List<TextField> days() {
        return List.copyOf(days.values());
    }

    private Optional<List<Hours>> read() {
        var all = new ArrayList<Hours>();
        var understood = true;
        for (var day : days.entrySet()) {
            var spans = read(day.getValue());
            understood &= spans.isPresent();
            spans.orElse(List.of()).forEach(span -> all.add(new Hours(day.getKey(), span.opens(), span.closes())));
        }
        return understood ? Optional.of(all) : Optional.empty();
    }
}
