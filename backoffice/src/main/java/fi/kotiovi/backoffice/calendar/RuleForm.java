package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One fold with fields and a button that saves; what cannot be understood is said beside its field. */
abstract class RuleForm extends Details {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 120;

    private final Div fields = new Div();
    private final transient Consumer<Changing> changed;

    RuleForm(String title, Consumer<Changing> changed) {
        this.changed = changed;
        setSummaryText(getTranslation(title));
        fields.addClassName("fields");
        add(fields);
        addClassName("card");
    }

    void fields(Component... components) {
        fields.add(components);
    }

    /** {@code change} answers nothing when a field has been marked instead. */
    void saves(Supplier<Optional<Changing>> change) {
        var save = Buttons.primary(
                getTranslation("calendar.save"), () -> change.get().ifPresent(changed));
        var row = new Div(save);
        row.addClassName("row");
        add(row);
    }

    DatePicker date(String label, LocalDate value) {
        var date = new DatePicker(getTranslation(label), value);
        date.setLocale(Languages.locale(Languages.current()));
        date.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("d.M.yyyy")
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("calendar.today"))
                .setCancel(getTranslation("calendar.cancel")));
        date.addClassName("short");
        return date;
    }

    TextField hours(String label) {
        var field = new TextField(getTranslation(label));
        field.setPlaceholder("9–12, 13–15");
        return field;
    }

    /** The hours in a field; marks it and answers nothing when they cannot be understood. */
    Optional<List<TimeSpan>> read(TextField field) {
        var spans = HoursText.read(field.getValue());
        field.setErrorMessage(getTranslation("calendar.hours.wrong"));
        field.setInvalid(spans.isEmpty());
        return spans;
    }

    /** The same where at most one span makes sense. */
    Optional<List<TimeSpan>> readOne(TextField field) {
        var spans = read(field);
        if (spans.isPresent() && spans.get().size() > 1) {
            field.setErrorMessage(getTranslation("calendar.hours.one"));
            field.setInvalid(true);
            return Optional.empty();
        }
        return spans;
    }

    Optional<LocalDate> read(DatePicker field) {
        var missing = field.getValue() == null;
        field.setErrorMessage(getTranslation("calendar.date.missing"));
        field.setInvalid(missing);
        return Optional.ofNullable(field.getValue());
    }

    IntegerField number(String label, int value, int least, int most) {
        var field = new IntegerField(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        field.setValue(value);
        return field;
    }

    boolean isRight(IntegerField field) {
        var value = field.getValue();
        field.setErrorMessage(getTranslation("calendar.number.wrong", field.getMin(), field.getMax()));
        field.setInvalid(value == null || value < field.getMin() || value > field.getMax());
        return !field.isInvalid();
    }

    /** What the office tells people, in each of their languages. */
    final class Reason {
        private final List<TextField> texts = List.of(in("fi"), in("sv"), in("en"));

        Component[] fields() {
            return texts.toArray(Component[]::new);
        }

        Optional<Localized> read() {
            texts.forEach(text -> text.setInvalid(text.getValue().isBlank()));
            return texts.stream().anyMatch(TextField::isInvalid)
                    ? Optional.empty()
                    : Optional.of(new Localized(value(0), value(1), value(2)));
        }

        private String value(int index) {
            return texts.get(index).getValue().strip();
        }

        private TextField in(String language) {
            var text = new TextField(getTranslation("calendar.reason." + language));
            text.setMaxLength(LONGEST_REASON);
            text.setErrorMessage(getTranslation("calendar.reason.missing"));
            return text;
        }
    }
}
