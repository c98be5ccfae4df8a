package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.calendar.TimeSpan;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.OrdinalDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Other hours on the first or last working day of a month, and earlier closing on the eves of holidays. */
class SpecialDaysForm extends RuleForm {
    private static final long serialVersionUID = 1;
    private static final String EVE = "EVE";

    private final transient OfficeCalendar calendar;
    private final UUID office;
    private final OfficeService service;

    SpecialDaysForm(
            OfficeCalendar calendar, UUID office, OfficeService service, LocalDate today, Consumer<Changing> changed) {
        super("calendar.form.ORDINAL", changed);
        this.calendar = calendar;
        this.office = office;
        this.service = service;
        var which = new Select<String>();
        which.setLabel(getTranslation("calendar.which"));
        which.setItems(List.of(OrdinalDay.FIRST_WORKING_DAY.name(), OrdinalDay.LAST_WORKING_DAY.name(), EVE));
        which.setItemLabelGenerator(day -> getTranslation("calendar.which." + day));
        which.setValue(OrdinalDay.FIRST_WORKING_DAY.name());
        var open = hours("calendar.hours.or.usual");
        which.addValueChangeListener(
                event -> open.setHelperText(EVE.equals(event.getValue()) ? getTranslation("calendar.eve.hint") : ""));
        var from = date("calendar.from", today);
        fields(which, open, from);
        saves(() -> read(from).flatMap(date -> set(which.getValue(), open, date)));
    }

    private Optional<Changing> set(String which, TextField open, LocalDate from) {
        return readOne(open).map(hours -> {
            var span = hours.stream().findFirst();
            return EVE.equals(which)
                    ? calendar.setEve(office, service, span.map(TimeSpan::closes), from)
                    : calendar.setOrdinal(office, service, OrdinalDay.valueOf(which), span, from);
        });
    }
}
