package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.CallBack;
import fi.kotiovi.domain.contact.CallingBack;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.housing.PhoneNumbers;
import java.util.UUID;
import java.util.function.Consumer;

/** Whom to call and until when, and whether somebody answered. */
class CallBackNotice extends Div {
    private static final long serialVersionUID = 1;

    private final transient ContactPanels panels;
    private final transient Consumer<String> done;
    private final Waiting contact;
    private final UUID submission = UUID.randomUUID();

    CallBackNotice(ContactPanels panels, Waiting contact, CallBack call, Consumer<String> done) {
        this.panels = panels;
        this.contact = contact;
        this.done = done;
        addClassNames("notice", "sun", "call-back");
        getElement().setAttribute("role", "note");
        if (!call.isOpen()) {
            add(new Paragraph(getTranslation("callback.end." + call.end())));
            return;
        }
        var number = new Anchor("tel:" + call.phone(), PhoneNumbers.shown(call.phone()));
        number.addClassName("strong");
        var end = call.until().atZoneSameInstant(Helsinki.ZONE).toLocalTime();
        var language = Languages.current();
        var when = new Paragraph(getTranslation(
                "callback.call",
                Formats.moment(call.from(), language) + "–" + Formats.time(end, language),
                call.tries() + 1,
                CallBack.MOST_TRIES));
        when.addClassName("grow");
        var reached = Buttons.line(getTranslation("callback.reached"), this::reached);
        var missed = Buttons.line(getTranslation("callback.missed"), this::missed);
        reached.addClassName("s");
        missed.addClassName("s");
        add(number, when, reached, missed);
    }

    private void reached() {
        tell(panels.callBacks.reached(contact.id()));
    }

    private void missed() {
        var newest = panels.answers.thread(contact.id()).reversed().stream()
                .findFirst()
                .map(Message::id)
                .orElse(contact.id());
        var letter = getTranslation(Languages.locale(contact.language()), "callback.letter");
        tell(panels.callBacks.notReached(contact.id(), submission, letter, newest));
    }

    private void tell(CallingBack outcome) {
        var sentence = getTranslation("callback.said." + outcome);
        if (outcome == CallingBack.NEWER_MESSAGE) {
            Say.problem(sentence);
        } else {
            done.accept(sentence);
        }
    }
}
