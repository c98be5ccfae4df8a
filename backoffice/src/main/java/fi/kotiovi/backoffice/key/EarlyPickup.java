package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import java.time.LocalDate;
import java.util.UUID;

/** Says that the lease has not begun; a manager can agree to an earlier day here, with the reason. */
public class EarlyPickup extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private final UUID visit;
    private final transient KeyDesk desk;
    private final transient Runnable changed;

    public EarlyPickup(UUID visit, KeyDesk desk, Runnable changed) {
        this.visit = visit;
        this.desk = desk;
        this.changed = changed;
        addClassName("early");
        draw();
    }

    private void draw() {
        removeAll();
        var prepared = desk.preparations().of(visit);
        var start = prepared.map(preparation -> preparation.leaseStart()).orElse(null);
        setVisible(start != null);
        if (start == null) {
            return;
        }
        var agreed = prepared.orElseThrow().agreedEarly();
        var sentence = new Paragraph(getTranslation(agreed ? "key.early.agreed" : "key.early", day(start)));
        sentence.addClassNames("notice", agreed ? "moss" : "sun");
        add(sentence);
        if (!agreed && desk.mayAgree()) {
            add(agreement());
        }
    }

    private Div agreement() {
        var reason = new TextField(getTranslation("key.early.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        var agree = Buttons.line(getTranslation("key.early.agree"), () -> {
            if (reason.getValue().strip().length() < SHORTEST) {
                reason.setErrorMessage(getTranslation("key.early.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
            } else {
                desk.handovers().agreeEarly(visit, reason.getValue());
                draw();
                changed.run();
            }
        });
        var form = new Div(reason, agree);
        form.addClassName("stack");
        return form;
    }

    private static String day(LocalDate day) {
        return Formats.day(day, Languages.current());
    }
}
