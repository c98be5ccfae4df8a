package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.Waiting;
import java.util.List;
import java.util.function.Function;

/** What whoever leads should look at; nothing when all is well. */
class LeadNotice extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 5;

    private final transient ContactPanels panels;

    LeadNotice(ContactPanels panels) {
        this.panels = panels;
        addClassNames("notice", "sun", "small");
        getElement().setAttribute("role", "status");
        show();
    }

    final void show() {
        removeAll();
        var often = panels.queue.skippedOften(SHOWN);
        var late = panels.promises.soonLate(SHOWN);
        setVisible(!often.isEmpty() || !late.isEmpty());
        section("queue.lead.late", late, contact -> new Object[] {
            contact.number(),
            contact.subject(),
            Formats.moment(contact.promisedBy(), Languages.current()),
            getTranslation("queue.state." + contact.state())
        });
        section("queue.lead.skipped", often, contact -> new Object[] {
            contact.number(), contact.subject(), contact.standing().skips(), contact.returnedReason()
        });
    }

    private void section(String key, List<Waiting> contacts, Function<Waiting, Object[]> words) {
        if (contacts.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        contacts.forEach(contact -> list.add(new ListItem(getTranslation(key + ".one", words.apply(contact)))));
        add(new Paragraph(getTranslation(key)), list);
    }
}
