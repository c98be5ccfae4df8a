package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.domain.contact.Waiting;
import java.util.List;

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
        setVisible(!often.isEmpty());
        section("queue.lead.skipped", often);
    }

    private void section(String key, List<Waiting> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        for (var contact : contacts) {
            list.add(new ListItem(getTranslation(
                    key + ".one",
                    contact.number(),
                    contact.subject(),
                    contact.standing().skips(),
                    contact.returnedReason())));
        }
        add(new Paragraph(getTranslation(key)), list);
    }
}
