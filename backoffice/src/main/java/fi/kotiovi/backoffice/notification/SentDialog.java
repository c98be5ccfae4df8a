package fi.kotiovi.backoffice.notification;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.notification.SentLog.Entry;

/** What a letter said, word for word, and what the mail server answered when it did not want it. */
class SentDialog extends Dialog {
    private static final long serialVersionUID = 1;

    SentDialog(Entry entry) {
        var subject = entry.subject();
        setHeaderTitle(subject == null ? getTranslation("sent.kind." + entry.kind()) : subject);
        addClassName("sent-dialog");
        var to = new Paragraph(entry.recipient());
        to.addClassName("soft");
        var top = new Div(to, new Pill(getTranslation("sent.state." + entry.state()), SentRow.tone(entry.state())));
        top.addClassName("row");
        var body = entry.body();
        var said = new Paragraph(body == null ? getTranslation("sent.notYet") : body);
        said.addClassName("typed");
        add(top, said);
        var reason = entry.reason();
        if (reason != null && body == null) {
            var answer = new Paragraph(reason);
            answer.addClassNames("soft", "small");
            add(answer);
        }
        var bounce = entry.bounce();
        if (bounce != null) {
            var back = new Paragraph(getTranslation("sent.bounced.why", bounce));
            back.addClassNames("notice", "sun");
            add(back);
        }
        getFooter().add(Buttons.line(getTranslation("close"), this::close));
    }
}
