package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Chat;
import fi.kotiovi.domain.contact.MyCallBacks;
import fi.kotiovi.domain.contact.MyChat;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.MyMatters;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.portal.contact.ContactDraft.Field;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Pictogram;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.ContactState;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact: where it stands in the line, the messages as they come, and a reply. */
@Route("contacts/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class ContactView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient MyContacts contacts;
    private final transient MyMatters matters;
    private final transient MyChat chat;
    private final transient MyCallBacks calls;
    private final transient Attachments attachments;
    private final transient Drafts drafts;
    private final transient Live live;
    private final Div status = new Div();
    private final Div thread = new Div();
    private final Div feedback = new Div();
    private final TextArea reply = new TextArea();
    private @Nullable UUID shown;
    private boolean justSent;

    public ContactView(
            MyContacts contacts,
            MyMatters matters,
            MyChat chat,
            MyCallBacks calls,
            Attachments attachments,
            Drafts drafts,
            Live live) {
        this.chat = chat;
        this.calls = calls;
        this.contacts = contacts;
        this.matters = matters;
        this.attachments = attachments;
        this.drafts = drafts;
        this.live = live;
        status.getElement().setAttribute("aria-live", "polite");
        status.addClassName("stack");
        thread.addClassName("thread");
        thread.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event);
        shown = id;
        var contact = contacts.one(id).orElseThrow(NotFoundException::new);
        var goesOn = contact.mergedInto();
        if (goesOn != null) {
            event.forwardTo("contacts/" + goesOn);
            return;
        }
        if (chat.one(id).filter(Chat::isLive).isPresent()) {
            event.forwardTo(ChatView.class);
            return;
        }
        begin(contact.subject(), "/contacts");
        var facts = new Paragraph(contact.topic().in(Languages.current()) + " · " + contact.number());
        facts.addClassNames("soft", "num");
        add(facts);
        if (event.getLocation().getQueryParameters().getParameters().containsKey("new")) {
            add(thanks());
        }
        add(status, thread, feedback, reply(id));
        live.watch(this, () -> List.of(contacts.one(id), contacts.thread(id), calls.of(id)), this::news);
        news();
    }

    private Div thanks() {
        var thanks = new Div(Pictogram.CHECK.icon(), new H2(getTranslation("contact.sent")));
        thanks.addClassNames("row", "thanks");
        thanks.getElement().setAttribute("role", "status");
        return thanks;
    }

    /** Redraws what may have changed and leaves what is being typed alone. */
    private void news() {
        if (shown == null) {
            return;
        }
        var contact = contacts.one(shown).orElseThrow(NotFoundException::new);
        var goesOn = contact.mergedInto();
        if (goesOn != null) {
            getUI().ifPresent(ui -> ui.navigate("contacts/" + goesOn));
            return;
        }
        status.removeAll();
        var call = calls.of(shown).filter(one -> one.isOpen() && contact.state() != ContactState.CLOSED);
        if (call.isEmpty() || contact.state() != ContactState.WAITING_INTERNAL) {
            status.add(status(contact, call.isEmpty()));
        }
        call.ifPresent(one -> status.add(new CallBackCard(one, () -> cancel(contact.id()))));
        thread.removeAll();
        var messages = contacts.thread(shown);
        messages.forEach(message -> thread.add(new Bubble(attachments, message)));
        // what is being written about an answer stays
        if (feedback.getComponentCount() == 0 && messages.stream().anyMatch(message -> !message.isInbound())) {
            feedback.add(new ContactFeedback(matters, shown));
        }
    }

    private Div status(MyContact contact, boolean closable) {
        var place = contact.place();
        var language = Languages.current();
        var state = place == null
                ? getTranslation("contact.state." + contact.state().getLiteral())
                : getTranslation("contact.received", place);
        var text = new Paragraph(state);
        text.addClassName("big");
        var next = soft(getTranslation(
                "contact.next." + contact.state().getLiteral(), Formats.moment(contact.promisedBy(), language)));
        var card = card(text, next);
        card.addClassName("status");
        if (place != null) {
            matters.guess(place)
                    .ifPresent(guess -> card.add(soft(getTranslation(
                            "contact.guess",
                            guess.least().toMinutes(),
                            guess.most().toMinutes()))));
        }
        if (closable && contact.state() != ContactState.CLOSED && contact.state() != ContactState.TAKEN) {
            card.add(button(getTranslation("contact.close"), () -> close(contact.id()), "quiet"));
        }
        return card;
    }

    private void cancel(UUID contact) {
        if (!calls.cancel(contact)) {
            status.add(soft(getTranslation("callback.cancel.late")));
            return;
        }
        news();
    }

    private void close(UUID contact) {
        if (!matters.close(contact)) {
            status.add(soft(getTranslation("contact.close.taken")));
            return;
        }
        news();
    }

    private Div reply(UUID contact) {
        var draft = new ContactDraft(drafts, contact);
        reply.setLabel(getTranslation("contact.reply"));
        reply.setMinRows(3);
        reply.setMaxRows(12);
        reply.setValueChangeMode(ValueChangeMode.LAZY);
        reply.setValue(draft.get(Field.BODY));
        reply.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                // loaded anew: what was typed before may have been sent meanwhile, and this is another message
                new ContactDraft(drafts, contact).set(Field.BODY, changed.getValue());
                reply.setInvalid(false);
                justSent = false;
            }
        });
        var send = button(getTranslation("contact.send"), () -> send(contact), "quiet", "wide");
        var note = new SecretNote(reply, words -> new ContactDraft(drafts, contact).set(Field.BODY, words));
        var form = new Div(reply, note, send);
        form.addClassName("form");
        return form;
    }

    private void send(UUID contact) {
        if (justSent && reply.isEmpty()) {
            // the second half of a double click
            return;
        }
        var draft = new ContactDraft(drafts, contact);
        switch (contacts.reply(contact, draft.submission(), Typed.keepable(reply.getValue()), draft.files())) {
            case Writing.Sent sent -> {
                draft.discard();
                reply.clear();
                justSent = true;
                news();
            }
            case Writing.Incomplete incomplete -> {
                reply.setErrorMessage(getTranslation(
                        "gap." + incomplete.gaps().iterator().next().name()));
                reply.setInvalid(true);
            }
        }
    }
}
