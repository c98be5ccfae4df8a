package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.contact.Lookers;
import java.util.List;

/** Says who else has the contact on the screen, or writes about it; gone when nobody has. */
class WhoElse extends Paragraph {
    private static final long serialVersionUID = 1;

    WhoElse() {
        addClassNames("who-else", "small");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void show(List<Lookers.Looker> others) {
        setVisible(!others.isEmpty());
        setText(others.stream()
                .map(other -> getTranslation(other.writes() ? "contact.writes" : "contact.looks", other.name()))
                .reduce((some, more) -> some + " " + more)
                .orElse(""));
    }
}
