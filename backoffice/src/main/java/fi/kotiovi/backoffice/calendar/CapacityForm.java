package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.select.Select;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.CapacityRule;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.vocabulary.CapacityOccasion;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** How many counters receive people on a weekday, when homes change hands, or on one day. */
class CapacityForm extends RuleForm {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    CapacityForm(OfficeCalendar calendar, UUID office, LocalDate today, Consumer<Changing> changed) {
        super("calendar.form.CAPACITY", changed);
        var occasion = new Select<CapacityOccasion>();
        occasion.setLabel(getTranslation("calendar.occasion"));
        occasion.setItems(CapacityOccasion.values());
        occasion.setItemLabelGenerator(one -> getTranslation("calendar.occasion." + one));
        occasion.setValue(CapacityOccasion.WEEKDAY);
        var weekday = new Select<DayOfWeek>();
        weekday.setLabel(getTranslation("calendar.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(
                day -> day.getDisplayName(TextStyle.FULL_STANDALONE, Languages.locale(Languages.current())));
        weekday.setValue(DayOfWeek.MONDAY);
        var day = date("calendar.day", today);
        day.setVisible(false);
        occasion.addValueChangeListener(event -> {
            weekday.setVisible(event.getValue() == CapacityOccasion.WEEKDAY);
            day.setVisible(event.getValue() == CapacityOccasion.DAY);
        });
        var hours = hours("calendar.hours");
        hours.setValue("9–15");
        var counters = number("calendar.count", 1, 0, MOST);
        var staffOnly = number("calendar.staffOnly", 0, 0, MOST);
        var from = date("calendar.from", today);
        fields(occasion, weekday, day, hours, counters, staffOnly, from);
        saves(() -> {
            var open = readOne(hours).flatMap(spans -> spans.stream().findFirst());
            hours.setInvalid(open.isEmpty());
            var starts = read(from);
            if (open.isEmpty() || starts.isEmpty() || !isRight(counters) || !isRight(staffOnly)) {
                return Optional.empty();
            }
            var kind = occasion.getValue();
            return Optional.of(calendar.setCapacity(
                    office,
                    new CapacityRule(
                            kind,
                            kind == CapacityOccasion.WEEKDAY
                                    ? weekday.getValue().getValue()
                                    : null,
                            kind == CapacityOccasion.DAY ? day.getValue() : null,
                            open.get(),
                            counters.getValue(),
                            staffOnly.getValue()),
                    starts.get()));
        });
    }
}
