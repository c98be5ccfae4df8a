package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.PhoneFaults;
import fi.kotiovi.domain.contact.PhoneFiling;
import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.FaultCatalogue.Place;
import fi.kotiovi.domain.fault.FaultCatalogue.Problem;
import fi.kotiovi.domain.fault.Filing.Gap;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.visit.Person;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import fi.kotiovi.vocabulary.PlaceZone;
import fi.kotiovi.vocabulary.Urgency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A fault that somebody tells on the phone: who, where they live and what they said are there already. */
class CallFaultDialog extends Dialog {
    private static final long serialVersionUID = 1;

    private final transient CallFaults services;
    private final transient PhoneFaults.Call call;
    private final transient Person person;
    private final transient Consumer<String> done;
    private final UUID submission = UUID.randomUUID();
    private final Select<Danger> danger = new Select<>();
    private final Select<Place> place = new Select<>();
    private final ComboBox<Problem> problem = new ComboBox<>();
    private final Paragraph tip = new Paragraph();
    private final TextArea description = new TextArea();
    private final TextField phone = new TextField();
    private final Select<EntryConsent> consent = new Select<>();
    private final Select<Pets> pets = new Select<>();
    private final Checkbox extraLock = new Checkbox();
    private final TextField times = new TextField();
    private final Div entry = new Div();
    private final Map<Gap, Component> fieldOf = new EnumMap<>(Gap.class);

    CallFaultDialog(CallFaults services, Person person, PhoneFaults.Call call, String words, Consumer<String> done) {
        this.services = services;
        this.person = person;
        this.call = call;
        this.done = done;
        addClassNames("words", "call-fault");
        setHeaderTitle(getTranslation("call.fault.title", person.name()));
        setCloseOnOutsideClick(false);
        danger.setLabel(getTranslation("call.fault.danger"));
        danger.setItems(Danger.values());
        danger.setEmptySelectionAllowed(true);
        danger.setEmptySelectionCaption(getTranslation("call.fault.danger.none"));
        danger.setItemLabelGenerator(
                one -> getTranslation(one == null ? "call.fault.danger.none" : "call.fault.danger." + one.name()));
        what();
        description.setLabel(getTranslation("call.body"));
        description.setMinRows(3);
        description.setMaxRows(8);
        description.setValue(words);
        reach();
        var content = new Div(danger, new Div(place, problem), tip, description, phone, entry);
        content.addClassName("stack");
        content.getComponentAt(1).addClassNames("row", "two");
        add(content);
        var file = Buttons.primary(getTranslation("call.fault.do"), this::file);
        Shortcuts.submit(file, description);
        getFooter().add(Buttons.line(getTranslation("cancel"), this::close), file);
        fieldOf.putAll(Map.of(
                Gap.PLACE, place,
                Gap.PROBLEM, problem,
                Gap.DESCRIPTION_MISSING, description,
                Gap.DESCRIPTION_TOO_LONG, description,
                Gap.PHONE_MISSING, phone,
                Gap.PHONE_IMPOSSIBLE, phone,
                Gap.ENTRY_CONSENT, consent,
                Gap.ENTRY_TIMES_TOO_LONG, times));
    }

    private void what() {
        var language = Languages.current();
        place.setLabel(getTranslation("call.fault.place"));
        place.setItems(services.catalogue.places());
        place.setItemLabelGenerator(one -> one.name().in(language));
        place.addValueChangeListener(changed -> {
            place.setInvalid(false);
            problem.setItems(services.catalogue.categories(changed.getValue().code()).stream()
                    .flatMap(category -> services.catalogue.problems(category.code()).stream())
                    .toList());
            entry.setVisible(changed.getValue().zone() == PlaceZone.HOME);
        });
        problem.setLabel(getTranslation("call.fault.problem"));
        problem.setItemLabelGenerator(one -> one.name().in(language));
        problem.setItems(List.of());
        problem.addValueChangeListener(changed -> {
            problem.setInvalid(false);
            var chosen = changed.getValue();
            tip.setText(chosen == null ? "" : chosen.checkFirst().in(language));
            tip.setVisible(!tip.getText().isEmpty());
        });
        tip.addClassNames("notice", "sun", "small");
        tip.setVisible(false);
    }

    private void reach() {
        var known = person.phone();
        phone.setLabel(getTranslation("call.fault.phone"));
        phone.setValue(known == null ? "" : PhoneNumbers.shown(known));
        consent.setLabel(getTranslation("call.fault.consent"));
        consent.setItems(EntryConsent.values());
        consent.setItemLabelGenerator(one -> getTranslation("entry." + one.name()));
        consent.addValueChangeListener(changed -> consent.setInvalid(false));
        pets.setLabel(getTranslation("call.fault.pets"));
        pets.setItems(Pets.values());
        pets.setItemLabelGenerator(one -> getTranslation("pets." + one.name()));
        extraLock.setLabel(getTranslation("call.fault.lock"));
        times.setLabel(getTranslation("call.fault.times"));
        var two = new Div(consent, pets);
        two.addClassNames("row", "two");
        entry.add(two, extraLock, times);
        entry.addClassName("stack");
        entry.setVisible(false);
    }

    private void file() {
        var where = place.getValue();
        var what = problem.getValue();
        var report = new ReportFault(
                submission,
                danger.getValue(),
                where == null ? "" : where.code(),
                what == null ? "" : what.code(),
                description.getValue(),
                phone.getValue(),
                consent.getValue(),
                pets.getValue(),
                extraLock.getValue(),
                times.getValue(),
                List.of());
        switch (services.faults.file(call, report, this::link)) {
            case PhoneFiling.Filed filed -> {
                close();
                var urgent = filed.fault().urgency().compareTo(Urgency.P1) <= 0;
                done.accept(getTranslation(
                        urgent ? "call.fault.filed.urgent" : "call.fault.filed",
                        filed.fault().number(),
                        filed.contact()));
            }
            case PhoneFiling.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private String link(Fault fault) {
        return getTranslation(Languages.locale(person.language()), "call.fault.link", fault.number());
    }

    private void show(Set<Gap> gaps) {
        for (var gap : gaps) {
            if (fieldOf.get(gap) instanceof HasValidation field) {
                field.setErrorMessage(getTranslation("call.fault.gap." + gap.name()));
                field.setInvalid(true);
            }
        }
        gaps.stream()
                .map(fieldOf::get)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }
}
