package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Pictogram;

/** A message in one look: its subject, its place in the line, and by when it is answered. */
public class ContactCard extends Anchor {
    private static final long serialVersionUID = 1;

    public ContactCard(MyContact contact) {
        super("/contacts/" + contact.id());
        addClassNames("card", "item");
        var subject = new H2(contact.subject());
        subject.addClassName("grow");
        var head = new Div(Pictogram.MESSAGE.icon("spruce"), subject, state(contact));
        head.addClassName("row");
        var next = new Paragraph(getTranslation(
                "contact.next." + contact.state().getLiteral(),
                Formats.moment(contact.promisedBy(), Languages.current())));
        next.addClassNames("soft", "small", "indent");
        add(head, next);
    }

    private Span state(MyContact contact) {
        var place = contact.place();
        var pill = place == null
                ? new Span(getTranslation("contact.state." + contact.state().getLiteral()))
                : new Span(getTranslation("contact.place", place));
        pill.addClassNames("pill", "num", colour(contact));
        return pill;
    }

    private static String colour(MyContact contact) {
        return switch (contact.state()) {
            case NEW, TAKEN, WAITING_INTERNAL -> "sky";
            case WAITING_RESIDENT -> "sun";
            case ANSWERED -> "moss";
            case CLOSED, MERGED -> "plain";
        };
    }
}
