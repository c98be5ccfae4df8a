package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.key.Contractor;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyLoans;
import fi.kotiovi.domain.key.Lending;
import fi.kotiovi.domain.key.Work;
import fi.kotiovi.vocabulary.Language;

/** Lends a key for a piece of work: to its crew, or to a contractor by name. Without work there is nothing to choose. */
class LendForm extends Div {
    private static final long serialVersionUID = 1;

    private final Key key;
    private final transient KeyLoans loans;
    private final transient Answer answer;
    private final Select<Work> work = new Select<>();
    private final DateTimePicker due = new DateTimePicker();
    private final TextField contractor = new TextField();
    private final TextField phone = new TextField();
    private final EmailField email = new EmailField();
    private final Select<Language> language = new Select<>();

    LendForm(Key key, KeyLoans loans, Answer answer) {
        this.key = key;
        this.loans = loans;
        this.answer = answer;
        addClassNames("card", "key-card");
        add(new H3(getTranslation("key.lend")));
        var open = loans.workFor(key.id());
        if (open.isEmpty()) {
            var none = new Paragraph(getTranslation("key.lend.noWork"));
            none.addClassName("soft");
            add(none);
            return;
        }
        work.setLabel(getTranslation("key.lend.work"));
        work.setItems(open);
        work.setItemLabelGenerator(
                one -> one.number() + " · " + one.problem().in(Languages.current()) + " · " + one.crewName());
        work.setValue(open.getFirst());
        work.setWidthFull();
        due.setLabel(getTranslation("key.lend.due"));
        due.setLocale(Languages.locale(Languages.current()));
        due.setValue(loans.usualDue().atZoneSameInstant(Helsinki.ZONE).toLocalDateTime());
        contractor.setLabel(getTranslation("key.lend.contractor"));
        contractor.setPlaceholder(getTranslation("key.lend.contractor.hint"));
        contractor.setMaxLength(120);
        contractor.addClassName("grow");
        phone.setLabel(getTranslation("key.lend.phone"));
        email.setLabel(getTranslation("key.lend.email"));
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.addValueChangeListener(typed -> email.setInvalid(false));
        email.setMaxLength(200);
        email.addClassName("grow");
        language.setLabel(getTranslation("key.lend.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> getTranslation("language." + one));
        language.setValue(Language.FI);
        var row = new Div(contractor, phone);
        row.addClassNames("row", "wrap", "fields");
        var letters = new Div(email, language);
        letters.addClassNames("row", "wrap", "fields");
        var hint = new Paragraph(getTranslation("key.lend.email.hint"));
        hint.addClassNames("soft", "small");
        add(work, due, row, letters, hint, Buttons.primary(getTranslation("key.lend.do"), this::lend));
    }

    private void lend() {
        var until = due.getValue();
        var typed = phone.getValue();
        var number = typed.isBlank() ? "" : PhoneNumbers.parse(typed).orElse(null);
        phone.setErrorMessage(getTranslation("key.lend.phone.wrong"));
        phone.setInvalid(number == null);
        due.setErrorMessage(getTranslation("key.lend.due.wrong"));
        due.setInvalid(until == null);
        if (until == null || number == null) {
            return;
        }
        var at = until.atZone(Helsinki.ZONE).toOffsetDateTime();
        switch (isForContractor()
                ? loans.toContractor(key.id(), work.getValue().id(), at, contractor(number))
                : loans.toCrew(key.id(), work.getValue().id(), at)) {
            case Lending.Done _ -> answer.say(true, getTranslation("key.lend.done", key.tag()));
            case Lending.NotHere _ -> answer.say(false, getTranslation("key.elsewhere", key.tag(), key.hook()));
            case Lending.NoSuchWork _ -> answer.say(false, getTranslation("key.lend.noWork"));
            case Lending.DueWrong _ -> due.setInvalid(true);
            case Lending.NobodyNamed _ -> {
                contractor.setErrorMessage(getTranslation("key.lend.contractor.short"));
                contractor.setInvalid(true);
            }
            case Lending.AddressWrong _ -> {
                email.setErrorMessage(getTranslation("key.lend.email.wrong"));
                email.setInvalid(true);
                email.focus();
            }
        }
    }

    /** Whoever writes a number or an address of somebody does not mean the crew, even when the name is forgotten. */
    private boolean isForContractor() {
        return !contractor.getValue().isBlank()
                || !phone.getValue().isBlank()
                || !email.getValue().isBlank();
    }

    private Contractor contractor(String number) {
        return new Contractor(contractor.getValue(), number, email.getValue(), language.getValue());
    }

    /** Told how it went. */
    @FunctionalInterface
    interface Answer {
        void say(boolean well, String sentence);
    }
}
