package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.visit.Attending;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.VisitNeed;
import java.util.List;
import java.util.Optional;

/** Who comes, in which language, and what makes it easier; folded away, for most people come alone and want a time. */
class AttendingForm extends NativeDetails {
    private static final long serialVersionUID = 1;

    private final RadioButtonGroup<Boolean> who = new RadioButtonGroup<>();
    private final TextField proxy = new TextField();
    private final RadioButtonGroup<Language> spoken = new RadioButtonGroup<>();
    private final CheckboxGroup<VisitNeed> needs = new CheckboxGroup<>();

    /** {@code noProxy} says why nobody else may come, if that is so. */
    AttendingForm(Optional<Refusal> noProxy) {
        addClassNames("card", "attending");
        var content = new Div();
        content.addClassName("form");
        content.add(noProxy.map(this::alone).orElseGet(this::orSomebodyElse));
        spoken.setLabel(getTranslation("visit.spoken.label"));
        spoken.setItems(Language.values());
        spoken.setItemLabelGenerator(language -> getTranslation("visit.spoken." + language.getLiteral()));
        spoken.setValue(Languages.current());
        needs.setLabel(getTranslation("visit.need.label"));
        needs.setHelperText(getTranslation("visit.need.helper"));
        needs.setItems(VisitNeed.values());
        needs.setItemLabelGenerator(need -> getTranslation("visit.need." + need.getLiteral()));
        needs.addClassName("choices");
        content.add(spoken, needs);
        setContent(content);
        who.addValueChangeListener(change -> summary());
        proxy.addValueChangeListener(change -> summary());
        spoken.addValueChangeListener(change -> summary());
        needs.addValueChangeListener(change -> summary());
        summary();
    }

    private Div alone(Refusal why) {
        return new Div(new Paragraph(RuleWords.of(this, why)));
    }

    private Div orSomebodyElse() {
        who.setLabel(getTranslation("visit.who.label"));
        who.setItems(true, false);
        who.setItemLabelGenerator(me -> getTranslation(me ? "visit.who.me" : "visit.who.proxy"));
        who.setValue(true);
        who.addClassName("choices");
        proxy.setLabel(getTranslation("visit.who.name"));
        proxy.setHelperText(getTranslation("visit.who.proxy.bring"));
        proxy.setMaxLength(Attending.LONGEST_NAME);
        proxy.setVisible(false);
        who.addValueChangeListener(change -> proxy.setVisible(!Boolean.TRUE.equals(change.getValue())));
        var both = new Div(who, proxy);
        both.addClassName("form");
        return both;
    }

    private void summary() {
        var comes =
                isProxy() ? getTranslation("visit.who.proxy.comes", proxy.getValue()) : getTranslation("visit.who.me");
        var more = needs.getValue().isEmpty()
                ? ""
                : " · " + getTranslation("visit.need.count", needs.getValue().size());
        setSummaryText(comes + " · "
                + getTranslation("visit.spoken." + spoken.getValue().getLiteral()) + more + " · "
                + getTranslation("visit.change"));
    }

    private boolean isProxy() {
        return Boolean.FALSE.equals(who.getValue());
    }

    /** Whether a name is missing; says so at the field. */
    boolean isIncomplete() {
        var missing = isProxy() && (proxy.getValue().isBlank() || !value().isNamed());
        proxy.setErrorMessage(getTranslation("visit.rule.PROXY_WITHOUT_NAME"));
        proxy.setInvalid(missing);
        if (missing) {
            setOpen(true);
            proxy.focus();
        }
        return missing;
    }

    Attending value() {
        return new Attending(
                isProxy() ? Typed.keepable(proxy.getValue()) : null, spoken.getValue(), List.copyOf(needs.getValue()));
    }
}
