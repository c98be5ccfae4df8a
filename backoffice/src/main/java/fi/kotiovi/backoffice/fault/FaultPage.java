package fi.kotiovi.backoffice.fault;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.contact.ContactLinks;
import fi.kotiovi.domain.contact.Matter;
import fi.kotiovi.domain.contact.OtherContact;
import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.FaultEvent;
import fi.kotiovi.domain.fault.OfficeFaults;
import fi.kotiovi.domain.housing.PhoneNumbers;
import jakarta.annotation.security.RolesAllowed;

/** How a fault stands, for whoever is asked about it. */
@Route("faults/:number")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class FaultPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient OfficeFaults faults;
    private final transient ContactLinks links;
    private final transient Live live;
    private String number = "";

    public FaultPage(OfficeFaults faults, ContactLinks links, Live live) {
        this.faults = faults;
        this.links = links;
        this.live = live;
        addClassNames("sheet", "fault-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        var sheet = faults.read(number).orElseThrow(NotFoundException::new);
        show(sheet);
        live.watch(this, sheet, () -> faults.read(number).orElse(sheet), this::show);
    }

    private void show(OfficeFaults.Sheet sheet) {
        var language = Languages.current();
        var fault = sheet.fault();
        var title = new H1(fault.problem().in(language));
        title.addClassName("grow");
        var row = new Div(title, new Pill(getTranslation("sheet.fault." + fault.state()), tone(fault)));
        row.addClassNames("row", "wrap");
        removeAll();
        add(row, facts(sheet), description(fault), timeline(sheet));
        var about = links.about(Matter.Kind.FAULT, fault.id());
        if (!about.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain");
            about.forEach(contact -> list.add(contact(contact)));
            add(card("fault.page.contacts", list));
        }
    }

    private Paragraph facts(OfficeFaults.Sheet sheet) {
        var language = Languages.current();
        var reporter = sheet.reporter();
        var facts = new Paragraph(sheet.fault().number() + " · "
                + sheet.address().in(language) + " · " + sheet.fault().place().in(language) + " · " + reporter.name());
        facts.addClassNames("soft");
        var phone = reporter.phone();
        if (phone != null) {
            facts.add(new Span(" · "), new Anchor("tel:" + phone, PhoneNumbers.shown(phone)));
        }
        return facts;
    }

    private Div description(Fault fault) {
        var words = new Paragraph(fault.description());
        words.addClassName("typed");
        var when = new Paragraph(getTranslation(
                "fault.page.filed",
                Formats.moment(fault.filedAt(), Languages.current()),
                Formats.moment(fault.promisedBy(), Languages.current())));
        when.addClassNames("soft", "small");
        return card("fault.page.reported", words, when);
    }

    private Div timeline(OfficeFaults.Sheet sheet) {
        var steps = new OrderedList();
        steps.addClassName("plain");
        sheet.timeline().forEach(event -> steps.add(step(event)));
        return card("fault.page.timeline", steps);
    }

    private ListItem step(FaultEvent event) {
        var state = new Span(getTranslation("sheet.fault." + event.state()));
        state.addClassName("strong");
        var by = new Paragraph(Formats.moment(event.at(), Languages.current())
                + (event.actorName().isEmpty() ? "" : " · " + event.actorName()));
        by.addClassNames("soft", "small");
        var item = new ListItem(state, by);
        if (!event.note().isEmpty()) {
            var note = new Paragraph(event.note());
            note.addClassName("typed");
            item.add(note);
        }
        return item;
    }

    private ListItem contact(OtherContact contact) {
        var facts = new Paragraph(contact.number() + " · " + getTranslation("queue.state." + contact.state()));
        facts.addClassNames("soft", "small");
        return new ListItem(new Anchor("contacts/" + contact.number(), contact.subject()), facts);
    }

    private Div card(String title, Component... parts) {
        var card = new Div(new H2(getTranslation(title)));
        card.add(parts);
        card.addClassNames("card", "fault-card");
        return card;
    }

    private static Pill.Tone tone(Fault fault) {
        if (!fault.isOpen()) {
            return Pill.Tone.PLAIN;
        }
        return fault.isUrgent() ? Pill.Tone.EMBER : Pill.Tone.SUN;
    }

    @Override
    public String getPageTitle() {
        return number + " · Kotiovi";
    }
}
