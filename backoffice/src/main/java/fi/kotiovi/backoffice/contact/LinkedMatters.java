package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.ContactLinks;
import fi.kotiovi.domain.contact.Matter;
import java.util.UUID;

/** What a contact is about, with a way there, and what else of the resident's it can be tied to. */
class LinkedMatters extends Div {
    private static final long serialVersionUID = 1;

    private final transient ContactLinks links;
    private final UUID contact;
    private final boolean keysOpen;

    /** {@code keysOpen}: whether whoever looks may open the page of a key. */
    LinkedMatters(ContactLinks links, UUID contact, boolean keysOpen) {
        this.links = links;
        this.contact = contact;
        this.keysOpen = keysOpen;
        addClassNames("stack", "others", "links");
        show();
    }

    private void show() {
        removeAll();
        var linked = links.of(contact);
        var candidates = links.candidates(contact);
        if (linked.isEmpty() && candidates.isEmpty()) {
            return;
        }
        add(new H3(getTranslation("contact.links")));
        if (!linked.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain");
            linked.forEach(matter -> list.add(item(matter)));
            add(list);
        }
        if (!candidates.isEmpty()) {
            var choice = new Select<Matter>();
            choice.setLabel(getTranslation("contact.links.add"));
            choice.setItems(candidates);
            choice.setItemLabelGenerator(this::words);
            choice.setWidthFull();
            choice.addValueChangeListener(chosen -> {
                if (chosen.isFromClient() && chosen.getValue() != null) {
                    link(chosen.getValue());
                }
            });
            add(choice);
        }
    }

    private ListItem item(Matter matter) {
        var name = new Span(matter.name().in(Languages.current()));
        name.addClassName("strong");
        var where = new Paragraph(way(matter));
        where.addClassNames("soft", "small");
        var away = Buttons.link(getTranslation("contact.links.remove"), () -> {
            links.unlink(contact, matter);
            show();
        });
        away.getElement().setAttribute("aria-label", getTranslation("contact.links.remove.what", matter.number()));
        return new ListItem(name, where, away);
    }

    private Component way(Matter matter) {
        var words = getTranslation("contact.links." + matter.kind(), matter.number());
        return switch (matter.kind()) {
            case FAULT -> new Anchor("faults/" + matter.number(), words);
            case CONTACT -> new Anchor("contacts/" + matter.number(), words);
            case KEY -> keysOpen ? new Anchor("keys/" + matter.id(), words) : new Span(words);
            case VISIT -> new Span(words);
        };
    }

    private void link(Matter matter) {
        if (!links.link(contact, matter)) {
            Say.problem(getTranslation("contact.links.gone"));
        }
        show();
    }

    private String words(Matter matter) {
        return getTranslation("contact.links." + matter.kind(), matter.number()) + ": "
                + matter.name().in(Languages.current());
    }
}
