package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.Promising;
import fi.kotiovi.vocabulary.Language;
import java.time.LocalDate;

/** "I will find out, back by Thursday", in the resident's language; the words follow the day until somebody changes them. */
class PromiseDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 10_000;

    private final Language language;
    private final transient Promise promise;
    private final DatePicker day;
    private final TextArea words = new TextArea();
    private String suggested = "";

    PromiseDialog(Language language, LocalDate usual, Promise promise) {
        this.language = language;
        this.promise = promise;
        addClassName("words");
        setHeaderTitle(getTranslation("contact.promise.title"));
        day = new DatePicker(getTranslation("contact.promise.day"), usual);
        day.setLocale(Languages.locale(Languages.current()));
        day.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("d.M.yyyy")
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("calendar.today"))
                .setCancel(getTranslation("calendar.cancel")));
        day.addValueChangeListener(changed -> suggest());
        words.setLabel(getTranslation("contact.promise.words"));
        words.setMaxLength(LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        suggest();
        var hint = new Paragraph(getTranslation("contact.promise.hint"));
        hint.addClassNames("soft", "small");
        var content = new Div(day, words, hint);
        content.addClassName("stack");
        add(content);
        var confirm = Buttons.primary(getTranslation("contact.promise.do"), this::confirm);
        Shortcuts.submit(confirm, words);
        getFooter().add(Buttons.line(getTranslation("cancel"), this::close), confirm);
    }

    private void suggest() {
        day.setInvalid(false);
        var by = day.getValue();
        if (by != null && words.getValue().equals(suggested)) {
            suggested =
                    getTranslation(Languages.locale(language), "contact.promise.suggestion", Formats.day(by, language));
            words.setValue(suggested);
        }
    }

    private void confirm() {
        var by = day.getValue();
        if (by == null) {
            refuse("contact.promise.day.missing");
            return;
        }
        if (words.getValue().isBlank()) {
            words.setErrorMessage(getTranslation("contact.promise.words.missing"));
            words.setInvalid(true);
            return;
        }
        switch (promise.give(words.getValue(), by)) {
            case Promising.DayWrong wrong -> refuse("contact.promise.day." + wrong.why());
            case Promising.Said _ -> close();
        }
    }

    private void refuse(String key) {
        day.setErrorMessage(getTranslation(key));
        day.setInvalid(true);
        day.focus();
    }

    /** Gives the promise and says what came of it. */
    @FunctionalInterface
    interface Promise {
        Promising give(String words, LocalDate day);
    }
}
