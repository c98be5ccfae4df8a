package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Merges;
import fi.kotiovi.domain.contact.Merging;
import fi.kotiovi.domain.contact.OtherContact;
import java.util.UUID;

/** What else the resident has written, and what of it is the same matter. */
class OtherContacts extends Div {
    private static final long serialVersionUID = 1;

    private final transient Merges merges;
    private final UUID contact;
    private final transient Runnable changed;

    /** {@code changed} hears when something was merged or taken out. */
    OtherContacts(Merges merges, UUID contact, Runnable changed) {
        this.merges = merges;
        this.contact = contact;
        this.changed = changed;
        addClassNames("stack", "others");
        show();
    }

    private void show() {
        removeAll();
        var others = merges.others(contact);
        if (others.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("plain");
        others.forEach(other -> list.add(item(other)));
        add(new H3(getTranslation("contact.others")), list);
    }

    private ListItem item(OtherContact other) {
        var subject = new Anchor("contacts/" + other.number(), other.subject());
        subject.addClassName("strong");
        var facts = new Paragraph(other.number() + " · "
                + Formats.day(Helsinki.dateOf(other.arrivedAt()), Languages.current()) + " · "
                + getTranslation("queue.state." + other.state()));
        facts.addClassNames("soft", "small");
        var act = other.inThis()
                ? Buttons.link(
                        getTranslation("contact.merge.undo"), () -> tell(merges.undo(contact, other.id()), "undone"))
                : Buttons.link(getTranslation("contact.merge"), () -> tell(merges.merge(contact, other.id()), "done"));
        return new ListItem(subject, facts, act);
    }

    private void tell(Merging outcome, String well) {
        if (outcome == Merging.DONE) {
            Say.done(getTranslation("contact.merge." + well));
            changed.run();
        } else {
            Say.problem(getTranslation("contact.merge." + outcome));
        }
        show();
    }
}
