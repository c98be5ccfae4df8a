package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.contact.ContactReading;
import fi.kotiovi.domain.contact.Waiting;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** A contact that somebody found, to read; whoever has it in hand answers it in the line. */
@Route("contacts/:id([0-9a-f-]{36})")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class ReadContactView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ContactReading reading;
    private final transient ContactPanels panels;
    private String title = "";

    public ReadContactView(ContactReading reading, ContactPanels panels) {
        this.reading = reading;
        this.panels = panels;
        addClassNames("sheet", "read-contact");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(reading.open(id).orElseThrow(NotFoundException::new));
    }

    private void show(Waiting contact) {
        removeAll();
        title = contact.subject();
        var heading = new H1(title);
        heading.addClassName("grow");
        var head = new Div(heading, new Pill(getTranslation("queue.state." + contact.state()), Pill.Tone.PLAIN));
        head.addClassNames("row", "wrap");
        var when = new Paragraph(
                getTranslation("contact.read.arrived", Formats.dated(contact.arrivedAt(), Languages.current())));
        when.addClassName("soft");
        var back = new Anchor("search");
        back.add(Icon.BACK.picture(), new Span(getTranslation("search.title")));
        back.addClassName("back");
        var middle = new Section(head, when, new ContactThread(panels, contact.id()));
        middle.addClassName("stack");
        var aside = new Div(new ContactAside(contact, panels.mail.address(contact.id())));
        aside.addClassNames("aside", "card");
        var both = new Div(middle, aside);
        both.addClassName("read-both");
        add(back, both);
    }

    @Override
    public String getPageTitle() {
        return title + " · Kotiovi";
    }
}
