package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.InHand;
import fi.kotiovi.domain.draft.Drafts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A chat in hand: what is said appears on both sides as it is said, and each sees the other write. */
class ChatRoom extends Section {
    private static final long serialVersionUID = 1;
    private static final int WHILE_TYPING_MILLIS = 1_000;

    private final transient ContactPanels panels;
    private final transient Consumer<String> done;
    private final UUID contact;
    private final String name;
    private final ContactThread thread;
    private final Paragraph typing = new Paragraph();
    private final TextArea text = new TextArea();
    private UUID submission = UUID.randomUUID();
    private boolean justSaid;

    /** {@code done} gets a sentence when the chat has left the hand or goes on as a message. */
    ChatRoom(ContactPanels panels, InHand chat, Consumer<String> done) {
        this.panels = panels;
        this.done = done;
        contact = chat.id();
        var known = chat.contact().residentName();
        name = known == null ? getTranslation("queue.unknown") : known;
        addClassNames("contact", "chat");
        thread = new ContactThread(panels, contact);
        thread.getElement().setAttribute("aria-live", "polite");
        typing.addClassNames("soft", "small", "chat-typing");
        typing.getElement().setAttribute("role", "status");
        add(head(chat), thread, typing, composer());
        show(chat.talk());
        panels.live.watch(this, Optional.ofNullable(chat.talk()), this::look, news -> show(news.orElse(null)));
    }

    boolean isOf(InHand other) {
        return contact.equals(other.id());
    }

    void focus() {
        text.focus();
    }

    private Div head(InHand chat) {
        var title = new H2(chat.contact().subject());
        title.addClassName("grow");
        var row = new Div(title, new Pill(getTranslation("chat.here"), Pill.Tone.MOSS));
        row.addClassName("row");
        var when = new Paragraph(name + " · "
                + getTranslation("chat.since", Formats.moment(chat.contact().arrivedAt(), Languages.current())));
        when.addClassNames("soft", "small");
        var head = new Div(row, when);
        head.addClassName("contact-head");
        return head;
    }

    private Div composer() {
        text.setLabel(getTranslation("chat.say", name));
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxRows(8);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(WHILE_TYPING_MILLIS);
        panels.drafts.loadAnswer(contact).map(Drafts.Answer::body).ifPresent(text::setValue);
        text.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                typed(changed.getValue());
            }
        });
        var hint = new Span(getTranslation("chat.hint"));
        hint.addClassNames("soft", "small", "grow");
        var send = Buttons.primary(getTranslation("chat.send"), this::say);
        send.addClassName("s");
        Shortcuts.enter(send, text);
        var row = new Div(hint, send);
        row.addClassNames("row", "actions");
        var instead = new Div(
                Buttons.link(getTranslation("chat.end"), this::end),
                Buttons.link(getTranslation("chat.goOn"), this::goOn));
        instead.addClassNames("row", "instead");
        var composer = new Div(instead, text, row);
        composer.addClassNames("composer", "card");
        return composer;
    }

    private void typed(String value) {
        text.setInvalid(false);
        justSaid = justSaid && value.isEmpty();
        panels.drafts.saveAnswer(contact, value, List.of());
        if (!value.isBlank()) {
            panels.chats.typing(contact);
        }
    }

    private void say() {
        if (justSaid && text.isEmpty()) {
            // the second half of a double click
            return;
        }
        switch (panels.chats.say(contact, submission, text.getValue())) {
            case SAID -> {
                submission = UUID.randomUUID();
                panels.drafts.discardAnswer(contact);
                text.clear();
                justSaid = true;
                thread.refresh();
                text.focus();
            }
            case EMPTY -> refuse("chat.empty");
            case TOO_LONG -> refuse("contact.tooLong");
            case NOT_IN_HAND -> done.accept(getTranslation("queue.lost"));
            case RESIDENT_GONE -> {
                panels.drafts.saveAnswer(contact, text.getValue(), List.of());
                done.accept(getTranslation("chat.gone"));
            }
        }
    }

    private void end() {
        switch (panels.chats.end(contact, thread.newest())) {
            case Answering.Answered _ -> done.accept(getTranslation("chat.ended"));
            case Answering.NewerMessage _ -> {
                thread.refresh();
                refuse("chat.newer");
            }
            default -> done.accept(getTranslation("queue.lost"));
        }
    }

    private void goOn() {
        done.accept(getTranslation(panels.chats.goOnByMessage(contact) ? "chat.wentOn" : "queue.lost"));
    }

    private void refuse(String key) {
        text.setErrorMessage(getTranslation(key));
        text.setInvalid(true);
        text.focus();
    }

    private Optional<InHand.Talk> look() {
        return panels.chats.inHand().stream()
                .filter(one -> one.id().equals(contact))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.talk()));
    }

    /** Whether it is still a chat is the page's business; here is what is new in it. */
    private void show(InHand.@Nullable Talk talk) {
        if (talk != null) {
            thread.refresh();
            typing.setText(talk.typing() ? getTranslation("chat.typing", name) : "");
        }
    }
}
