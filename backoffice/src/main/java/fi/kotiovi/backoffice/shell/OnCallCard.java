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

    OnCallCard() {
        addClassNames("card", "oncall");
    }

    void show(List<OnCall.Person> people) {
        removeAll();
        var title = new Paragraph(getTranslation("oncall.now"));
        title.addClassName("strong");
        add(title);
        if (people.isEmpty()) {
            add(new Paragraph(getTranslation("oncall.nobody")));
            return;
        }
        var first = people.getFirst();
        var phone = new Anchor("tel:" + first.phone(), PhoneNumbers.shown(first.phone()));
        phone.setRouterIgnore(true);
        phone.addClassName("num");
        add(new Paragraph(new Span(first.familyName() + " · "), phone));
    }
}
