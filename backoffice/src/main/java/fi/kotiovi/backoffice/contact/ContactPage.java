package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Contacts;
import fi.kotiovi.domain.contact.Lookers;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Resuming;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.vocabulary.ContactState;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact to read, wherever it stands: in the line, in somebody's hand, answered, part of another. */
@Route("contacts/:number")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class ContactPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NOTE = 10_000;
    private static final Set<ContactState> OUT_OF_LINE = EnumSet.of(
            ContactState.ANSWERED, ContactState.CLOSED, ContactState.WAITING_INTERNAL, ContactState.WAITING_RESIDENT);

    private final transient Contacts contacts;
    private final transient ContactPanels panels;
    private final transient Live live;
    private final WhoElse whoElse = new WhoElse();
    private final Div head = new Div();
    private @Nullable ContactThread thread;
    private String number = "";

    public ContactPage(Contacts contacts, ContactPanels panels, Live live) {
        this.contacts = contacts;
        this.panels = panels;
        this.live = live;
        addClassNames("queue", "one-contact");
        head.addClassName("contact-head");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        var shown = contacts.read(number).orElseThrow(NotFoundException::new);
        var into = shown.partOf();
        if (into != null) {
            event.forwardTo("contacts/" + into);
            return;
        }
        removeAll();
        var id = shown.id();
        thread = new ContactThread(panels, id);
        var middle = new Div(head, whoElse, thread);
        middle.addClassName("contact");
        var aside = new Div();
        aside.add(panels.aside(shown.contact(), true));
        aside.addClassName("aside");
        add(middle, aside);
        show(shown);
        live.watch(this, look(id), () -> look(id), this::changed);
    }

    private Look look(UUID id) {
        return new Look(
                contacts.find(number).map(Contacts.Shown::contact),
                panels.answers.thread(id).reversed().stream().findFirst().map(Message::id),
                panels.answers.notes(id).size(),
                panels.lookers.look(id));
    }

    private void changed(Look now) {
        contacts.find(number).ifPresent(this::show);
        if (thread != null) {
            thread.redraw();
        }
        whoElse.show(now.others());
    }

    private void show(Contacts.Shown shown) {
        var contact = shown.contact();
        var language = Languages.current();
        var title = new H1(contact.subject());
        title.addClassName("grow");
        var row = new Div(title, new Pill(state(shown), tone(contact.state())));
        row.addClassNames("row", "wrap");
        var facts = new Paragraph(getTranslation(
                "contact.arrived",
                Formats.moment(contact.arrivedAt(), language),
                Formats.day(Helsinki.dateOf(contact.promisedBy()), language)));
        facts.addClassNames("soft", "small");
        var back = new Anchor("queue", getTranslation("nav.queue"));
        back.addClassName("back");
        head.removeAll();
        head.add(back, row, facts);
        var verdict = shown.verdict();
        if (verdict != null) {
            var said = new Paragraph(getTranslation("contact.verdict." + verdict.verdict())
                    + (verdict.word().isEmpty() ? "" : " ”" + verdict.word() + "”"));
            said.addClassName("notice");
            head.add(said);
        }
        head.add(actions(contact));
    }

    private Div actions(Waiting contact) {
        var note = Buttons.line(getTranslation("contact.note"), () -> note(contact.id()));
        note.addClassName("s");
        var actions = new Div(note);
        actions.addClassNames("row", "wrap");
        if (OUT_OF_LINE.contains(contact.state())) {
            var resume = Buttons.line(getTranslation("contact.resume"), () -> resume(contact.id()));
            resume.addClassName("s");
            actions.add(resume);
        }
        return actions;
    }

    private void resume(UUID contact) {
        var outcome = panels.resumptions.resume(contact);
        if (outcome == Resuming.IN_HAND) {
            getUI().ifPresent(ui -> ui.navigate(QueueView.class));
        } else {
            Say.problem(getTranslation("contact.resuming." + outcome));
        }
    }

    private void note(UUID contact) {
        new WordsDialog("contact.note", LONGEST_NOTE, words -> {
                    panels.answers.note(contact, words);
                    if (thread != null) {
                        thread.redraw();
                    }
                })
                .open();
    }

    private String state(Contacts.Shown shown) {
        var owner = shown.owner();
        return owner == null
                ? getTranslation("queue.state." + shown.contact().state())
                : getTranslation("contact.with", owner);
    }

    private static Pill.Tone tone(ContactState state) {
        return switch (state) {
            case NEW, WAITING_RESIDENT, WAITING_INTERNAL -> Pill.Tone.SUN;
            case TAKEN, ANSWERED -> Pill.Tone.MOSS;
            case CLOSED, MERGED -> Pill.Tone.PLAIN;
        };
    }

    @Override
    public String getPageTitle() {
        return number + " · Kotiovi";
    }

    private record Look(Optional<Waiting> contact, Optional<UUID> newest, int notes, List<Lookers.Looker> others) {}
}
