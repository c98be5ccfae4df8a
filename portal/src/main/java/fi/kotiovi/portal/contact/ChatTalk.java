package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Chat;
import fi.kotiovi.domain.contact.MyChat;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.MyMatters;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.portal.contact.ContactDraft.Field;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.ContactState;
import java.util.UUID;

/** A chat that goes on: the place in the line, then that somebody is here, and what both say as they say it. */
class ChatTalk extends Div {
    private static final long serialVersionUID = 1;
    private static final int WHILE_TYPING_MILLIS = 1_000;

    /** With a real keyboard; on a phone that key begins a new line. */
    private static final String ENTER_SENDS = """
            const button = $0;
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(hover: hover)').matches) {
                event.preventDefault();
                button.click();
              }
            });""";

    private static final String INTO_VIEW = "setTimeout(() => this.scrollIntoView({block: 'end', behavior: 'smooth'}))";

    private final transient MyChat chat;
    private final transient MyContacts contacts;
    private final transient MyMatters matters;
    private final transient Attachments attachments;
    private final transient Drafts drafts;
    private final UUID contact;
    private final Div status = new Div();
    private final Div thread = new Div();
    private final Paragraph typing = new Paragraph();
    private final TextArea words = new TextArea();
    private final Div writing = new Div();
    private int messages;
    private boolean justSaid;

    ChatTalk(MyChat chat, MyContacts contacts, MyMatters matters, Attachments attachments, Drafts drafts, Chat now) {
        this.chat = chat;
        this.contacts = contacts;
        this.matters = matters;
        this.attachments = attachments;
        this.drafts = drafts;
        contact = now.contact();
        addClassNames("stack", "chat");
        status.getElement().setAttribute("aria-live", "polite");
        thread.addClassName("thread");
        thread.getElement().setAttribute("role", "log").setAttribute("aria-label", getTranslation("chat.log"));
        typing.addClassNames("soft", "small", "chat-typing");
        typing.getElement().setAttribute("role", "status");
        writing();
        add(status, thread, typing, writing);
        news(now);
    }

    /** Draws what has changed; what is being written stays. */
    void news(Chat now) {
        status.removeAll();
        status.add(status(now));
        typing.setText(now.typing() ? getTranslation("chat.typing") : "");
        writing.setVisible(now.isLive());
        if (now.messages() != messages) {
            messages = now.messages();
            thread.removeAll();
            contacts.thread(contact).forEach(message -> thread.add(new Bubble(attachments, message)));
            typing.getElement().executeJs(INTO_VIEW);
        }
    }

    private Div status(Chat now) {
        var place = now.place();
        var card = new Div();
        card.addClassNames("card", "status");
        if (now.isWithClerk()) {
            card.add(big(getTranslation("chat.here")));
            card.addClassName("chat-here");
        } else if (now.isLive() && place != null) {
            card.add(big(getTranslation("chat.place", place)), soft(getTranslation("chat.place.hint")));
            matters.guess(place)
                    .ifPresent(guess -> card.add(soft(getTranslation(
                            "contact.guess",
                            guess.least().toMinutes(),
                            guess.most().toMinutes()))));
        } else {
            var settled = now.state() == ContactState.CLOSED;
            card.add(
                    big(getTranslation(settled ? "chat.over" : "chat.over.message")),
                    soft(getTranslation(settled ? "chat.over.hint" : "chat.over.message.hint")));
            var open = new Anchor("/contacts/" + contact, getTranslation("chat.over.open"));
            open.addClassNames("btn", "quiet");
            card.add(open);
        }
        return card;
    }

    private void writing() {
        words.setLabel(getTranslation("chat.say"));
        words.setMinRows(2);
        words.setMaxRows(8);
        words.setValueChangeMode(ValueChangeMode.TIMEOUT);
        words.setValueChangeTimeout(WHILE_TYPING_MILLIS);
        words.setValue(new ContactDraft(drafts, contact).get(Field.BODY));
        words.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                words.setInvalid(false);
                justSaid = false;
                // loaded anew: what was typed before may have been sent meanwhile, and this is another message
                new ContactDraft(drafts, contact).set(Field.BODY, changed.getValue());
                if (!changed.getValue().isBlank()) {
                    chat.typing(contact);
                }
            }
        });
        var send = new NativeButton(getTranslation("contact.send"), click -> say());
        send.addClassName("btn");
        words.addAttachListener(attached -> words.getElement().executeJs(ENTER_SENDS, send.getElement()));
        var bye = new NativeButton(getTranslation("chat.bye"), click -> bye());
        bye.addClassNames("btn", "line");
        var buttons = new Div(bye, send);
        buttons.addClassName("pair");
        writing.add(words, buttons);
        writing.addClassName("form");
    }

    private void say() {
        if (justSaid && words.isEmpty()) {
            // the second half of a double click
            return;
        }
        var draft = new ContactDraft(drafts, contact);
        switch (chat.say(contact, draft.submission(), Typed.keepable(words.getValue()))) {
            case Writing.Sent sent -> {
                draft.discard();
                words.clear();
                justSaid = true;
                chat.one(contact).ifPresent(this::news);
            }
            case Writing.Incomplete incomplete -> {
                words.setErrorMessage(getTranslation(
                        "gap." + incomplete.gaps().iterator().next().name()));
                words.setInvalid(true);
            }
        }
    }

    private void bye() {
        chat.bye(contact);
        chat.one(contact).ifPresent(this::news);
    }

    private static Paragraph big(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("big");
        return paragraph;
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }
}
