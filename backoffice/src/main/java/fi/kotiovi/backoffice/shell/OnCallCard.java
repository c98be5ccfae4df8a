package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.oncall.OnCall;
import java.util.List;

/** Who is on call now, one tap from being called. */
class OnCallCard extends Div {
    private static final long serialVersionUID = 1;

    private final String number;

    /** {@code number} always leads to somebody on call, whoever it is. */
    OnCallCard(String number) {
        this.number = number;
        addClassNames("card", "oncall");
    }

    /** While nobody can tell who it is. */
    void showNumber() {
        removeAll();
        add(title("oncall.number"), new Paragraph(phone(number)));
    }

    void show(List<OnCall.Person> people) {
        removeAll();
        add(title("oncall.now"));
        if (people.isEmpty()) {
            add(new Paragraph(getTranslation("oncall.nobody")));
            return;
        }
        var first = people.getFirst();
        add(new Paragraph(new Span(first.familyName() + " · "), phone(first.phone())));
    }

    private Paragraph title(String key) {
        var title = new Paragraph(getTranslation(key));
        title.addClassName("strong");
        return title;
    }

    private static Anchor phone(String number) {
        var phone = new Anchor("tel:" + number, PhoneNumbers.shown(number));
        phone.setRouterIgnore(true);
        phone.addClassName("num");
        return phone;
    }
}
