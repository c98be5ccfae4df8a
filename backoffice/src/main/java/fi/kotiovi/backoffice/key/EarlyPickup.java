package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.EarlyLease;
import java.time.LocalDate;
import java.util.Optional;

/** Says that the lease has not begun; a manager can agree to an earlier day here, with the reason. */
public class EarlyPickup extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private final transient Agreement agreement;
    private final boolean mayAgree;
    private final transient Runnable changed;

    public EarlyPickup(Agreement agreement, boolean mayAgree, Runnable changed) {
        this.agreement = agreement;
        this.mayAgree = mayAgree;
        this.changed = changed;
        addClassName("early");
        draw();
    }

    private void draw() {
        removeAll();
        var early = agreement.early();
        setVisible(early.isPresent());
        early.ifPresent(this::say);
    }

    private void say(EarlyLease lease) {
        var agreed = lease.agreed();
        var sentence = new Paragraph(getTranslation(agreed ? "key.early.agreed" : "key.early", day(lease.start())));
        sentence.addClassNames("notice", agreed ? "moss" : "sun");
        add(sentence);
        if (!agreed && mayAgree) {
            add(form());
        }
    }

    private Div form() {
        var reason = new TextField(getTranslation("key.early.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        var agree = Buttons.line(getTranslation("key.early.agree"), () -> {
            if (reason.getValue().strip().length() < SHORTEST) {
                reason.setErrorMessage(getTranslation("key.early.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
            } else {
                agreement.agree(reason.getValue());
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

    /** What stands in the way, and the way past it. */
    public interface Agreement {
        Optional<EarlyLease> early();

        void agree(String reason);
    }
}
