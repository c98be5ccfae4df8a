package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.fault.FaultCatalogue.Place;
import fi.kotiovi.domain.fault.FaultCatalogue.Problem;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Filing.Gap;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.portal.fault.FaultDraft.Field;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.UploadBox;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import fi.kotiovi.vocabulary.PlaceZone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The last page of a report: what is wrong in one's own words, photos, how to reach and enter. */
class FaultDetails extends Div {
    private static final long serialVersionUID = 1;
    private static final int SAVE_AFTER_MILLISECONDS = 400;

    private final transient FaultDraft draft;
    private final transient FaultReports reports;
    private final TextArea description = new TextArea();
    private final TextField phone = new TextField();
    private final RadioButtonGroup<EntryConsent> consent = new RadioButtonGroup<>();
    private final RadioButtonGroup<Pets> pets = new RadioButtonGroup<>();
    private final Checkbox extraLock = new Checkbox();
    private final TextField times = new TextField();
    private final UploadBox photos;
    private final Map<Gap, Component> fieldOf = new EnumMap<>(Gap.class);

    FaultDetails(
            FaultDraft draft,
            Problem problem,
            Place place,
            Attachments attachments,
            Residents residents,
            FaultReports reports) {
        this.draft = draft;
        this.reports = reports;
        addClassName("form");
        photos = new UploadBox(
                attachments,
                UploadBox.Taken.PHOTOS,
                ReportFault.MOST_PHOTOS,
                draft.photos(),
                draft::addPhoto,
                draft::removePhoto);
        summary(problem, place);
        words();
        add(photos);
        reach(residents);
        if (place.zone() == PlaceZone.HOME) {
            entry();
        }
        sending();
        fieldOf.putAll(Map.of(
                Gap.DESCRIPTION_MISSING, description,
                Gap.DESCRIPTION_TOO_LONG, description,
                Gap.PHONE_MISSING, phone,
                Gap.PHONE_IMPOSSIBLE, phone,
                Gap.ENTRY_CONSENT, consent,
                Gap.ENTRY_TIMES_TOO_LONG, times));
    }

    private void summary(Problem problem, Place place) {
        var language = Languages.current();
        var name = new Span(problem.name().in(language));
        name.addClassName("strong");
        var where = new Span(place.name().in(language));
        where.addClassName("soft");
        var chosen = new Div(FaultPictures.ofCategory(problem.category()).icon("spruce"), new Div(name, where));
        chosen.addClassNames("row", "card", "chosen");
        add(chosen);
        var tip = problem.checkFirst().in(language);
        if (!tip.isEmpty()) {
            var advice = new Div(new H2(getTranslation("details.checkfirst")), new Paragraph(tip));
            advice.addClassNames("tip");
            add(advice);
        }
    }

    private void words() {
        description.setLabel(getTranslation("details.description"));
        description.setHelperText(getTranslation("details.description.help"));
        description.setValueChangeMode(ValueChangeMode.LAZY);
        description.setValueChangeTimeout(SAVE_AFTER_MILLISECONDS);
        description.setValue(draft.get(Field.DESCRIPTION));
        description.setMinRows(4);
        description.setMaxRows(14);
        description.addValueChangeListener(changed -> {
            draft.set(Field.DESCRIPTION, changed.getValue());
            description.setInvalid(false);
        });
        add(description);
    }

    private void reach(Residents residents) {
        phone.setLabel(getTranslation("details.phone"));
        phone.getElement().setAttribute("autocomplete", "tel");
        phone.setAllowedCharPattern("[0-9+() -]");
        phone.setValueChangeMode(ValueChangeMode.LAZY);
        var known = residents.contactable().phone();
        if (draft.get(Field.PHONE).isEmpty() && known != null) {
            draft.set(Field.PHONE, PhoneNumbers.shown(known));
        }
        phone.setValue(draft.get(Field.PHONE));
        phone.addValueChangeListener(changed -> {
            draft.set(Field.PHONE, changed.getValue());
            phone.setInvalid(false);
        });
        add(phone);
    }

    private void entry() {
        choose(consent, Field.CONSENT, "entry.consent", EntryConsent.values(), EntryConsent::valueOf);
        choose(pets, Field.PETS, "entry.pets", Pets.values(), Pets::valueOf);
        extraLock.setLabel(getTranslation("entry.lock"));
        extraLock.setValue(Boolean.parseBoolean(draft.get(Field.EXTRA_LOCK)));
        extraLock.addValueChangeListener(
                changed -> draft.set(Field.EXTRA_LOCK, changed.getValue().toString()));
        times.setLabel(getTranslation("entry.times"));
        times.setHelperText(getTranslation("entry.times.help"));
        times.setValueChangeMode(ValueChangeMode.LAZY);
        times.setValue(draft.get(Field.TIMES));
        times.addValueChangeListener(changed -> {
            draft.set(Field.TIMES, changed.getValue());
            times.setInvalid(false);
        });
        add(consent, pets, extraLock, times);
    }

    private <E extends Enum<E>> void choose(
            RadioButtonGroup<E> group, Field field, String key, E[] values, Function<String, E> parse) {
        group.setLabel(getTranslation(key));
        group.setItems(values);
        group.setItemLabelGenerator(value -> getTranslation(key + "." + value.name()));
        if (!draft.get(field).isEmpty()) {
            group.setValue(parse.apply(draft.get(field)));
        }
        group.addClassName("choices");
        group.addValueChangeListener(changed -> {
            draft.set(field, changed.getValue().name());
            group.setInvalid(false);
        });
    }

    private void sending() {
        var send = new NativeButton(getTranslation("details.send"), click -> file());
        send.addClassNames("btn", "wide");
        add(send);
        if (draft.danger().isPresent()) {
            var urgent = new Paragraph(getTranslation("details.urgent"));
            urgent.addClassNames("soft", "small");
            add(urgent);
        }
    }

    private void file() {
        switch (reports.file(draft.report())) {
            case Filing.Filed filed -> {
                draft.discard();
                getUI().ifPresent(ui -> ui.navigate("faults/" + filed.fault().id(), QueryParameters.fromString("new")));
            }
            case Filing.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private void show(Set<Gap> gaps) {
        for (var gap : gaps) {
            if (fieldOf.get(gap) instanceof HasValidation field) {
                field.setErrorMessage(getTranslation("gap." + gap.name()));
                field.setInvalid(true);
            }
        }
        for (var gap : gaps) {
            if (fieldOf.get(gap) instanceof Focusable<?> field) {
                field.focus();
                return;
            }
        }
    }
}
