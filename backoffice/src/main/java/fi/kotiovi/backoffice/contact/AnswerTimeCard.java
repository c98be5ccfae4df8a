package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.AnswerTime;
import fi.kotiovi.domain.contact.AnswerTimes;

/** Within how many office hours each topic is answered. */
class AnswerTimeCard extends Div {
    private static final long serialVersionUID = 1;

    private final transient AnswerTimes times;

    AnswerTimeCard(AnswerTimes times) {
        this.times = times;
        addClassNames("card", "stack");
        var hint = new Paragraph(getTranslation("team.times.hint"));
        hint.addClassName("soft");
        var fields = new Div();
        fields.addClassNames("row", "wrap", "fields");
        times.list().forEach(time -> fields.add(field(time)));
        add(new H2(getTranslation("team.times")), hint, fields);
    }

    private IntegerField field(AnswerTime time) {
        var hours = new IntegerField(time.topic().name().in(Languages.current()));
        hours.setValue(time.hours());
        hours.setPlaceholder(getTranslation("team.times.usual"));
        hours.setSuffixComponent(new Span("h"));
        hours.setClearButtonVisible(true);
        hours.addValueChangeListener(changed -> {
            var well = times.set(time.topic().code(), changed.getValue());
            hours.setErrorMessage(getTranslation("team.times.wrong", AnswerTime.LONGEST));
            hours.setInvalid(!well);
            if (well) {
                Say.done(getTranslation("team.saved"));
            }
        });
        return hours;
    }
}
