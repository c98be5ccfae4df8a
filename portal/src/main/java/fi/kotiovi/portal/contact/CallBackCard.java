package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.CallBack;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.Language;
import java.time.OffsetDateTime;

/** When we call and to which number, and a way to say that it is not needed any more. */
class CallBackCard extends Div {
    private static final long serialVersionUID = 1;

    CallBackCard(CallBack call, Runnable cancel) {
        addClassNames("card", "status");
        var when = new Paragraph(getTranslation("callback.when", when(call.from(), call.until(), Languages.current())));
        when.addClassName("big");
        var number = new Paragraph(getTranslation("callback.number", PhoneNumbers.shown(call.phone())));
        number.addClassName("soft");
        add(when, number);
        if (call.tries() > 0) {
            add(new Paragraph(getTranslation("callback.tries", call.tries())));
        }
        var button = new NativeButton(getTranslation("callback.cancel"), click -> cancel.run());
        button.addClassNames("btn", "quiet");
        add(button);
    }

    /** The day and both ends of the time, as it stands on a wall. */
    static String when(OffsetDateTime from, OffsetDateTime until, Language language) {
        var end = until.atZoneSameInstant(Helsinki.ZONE).toLocalTime();
        return Formats.moment(from, language) + "–" + Formats.time(end, language);
    }
}
