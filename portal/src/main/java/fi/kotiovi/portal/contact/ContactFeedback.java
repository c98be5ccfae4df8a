package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.domain.contact.MyMatters;
import fi.kotiovi.domain.contact.Verdict;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.ContactVerdict;
import java.util.UUID;

/** Whether the answer helped: one tap, and a word for whoever has one. */
class ContactFeedback extends Div {
    private static final long serialVersionUID = 1;

    private final transient MyMatters matters;
    private final UUID contact;
    private final Div taps = new Div();
    private final TextField word = new TextField();
    private final Paragraph thanks = new Paragraph();

    ContactFeedback(MyMatters matters, UUID contact) {
        this.matters = matters;
        this.contact = contact;
        addClassNames("card", "form");
        taps.addClassNames("row", "wrap");
        word.setLabel(getTranslation("contact.rate.word"));
        word.setMaxLength(Verdict.LONGEST_WORD);
        word.setWidthFull();
        thanks.addClassName("soft");
        thanks.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("contact.rate")), taps, word, thanks);
        show();
        word.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                matters.verdict(contact).ifPresent(before -> rate(before.verdict()));
            }
        });
    }

    private void show() {
        var given = matters.verdict(contact);
        taps.removeAll();
        for (var verdict : ContactVerdict.values()) {
            var tap = new NativeButton(getTranslation("contact.rate." + verdict), click -> rate(verdict));
            tap.addClassNames("btn", "quiet");
            tap.getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(given.filter(each -> each.verdict() == verdict)
                                    .isPresent()));
            taps.add(tap);
        }
        word.setVisible(given.isPresent());
        given.ifPresent(each -> word.setValue(each.word()));
        thanks.setText(given.isPresent() ? getTranslation("contact.rate.thanks") : "");
    }

    private void rate(ContactVerdict verdict) {
        matters.rate(contact, verdict, Typed.keepable(word.getValue()));
        show();
    }
}
