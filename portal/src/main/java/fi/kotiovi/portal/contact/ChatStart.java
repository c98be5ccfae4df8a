package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Chat;
import fi.kotiovi.domain.contact.ChatHours;
import fi.kotiovi.domain.contact.ChatStarting;
import fi.kotiovi.domain.contact.MyChat;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.contact.Writing.Gap;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.portal.contact.ContactDraft.Field;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.DraftKind;
import java.util.Set;
import java.util.function.Consumer;

/** What a chat is about, told before one stands in the line; outside the hours, when they begin and what to do until then. */
class ChatStart extends Div {
    private static final long serialVersionUID = 1;

    private final transient MyChat chat;
    private final transient ContactDraft draft;
    private final transient Consumer<Chat> started;
    private final Select<Topic> topic = new Select<>();
    private final TextArea body = new TextArea();

    ChatStart(MyChat chat, MyContacts contacts, Drafts drafts, Consumer<Chat> started) {
        this.chat = chat;
        this.started = started;
        draft = new ContactDraft(drafts, DraftKind.CONTACT);
        addClassName("form");
        var hours = chat.hours();
        if (!hours.isOpen()) {
            closed(hours);
            return;
        }
        add(soft(getTranslation("chat.lead", until(hours))), soft(getTranslation("chat.lead.leave")));
        topic(contacts);
        body();
        var start = new NativeButton(getTranslation("chat.start"), click -> start());
        start.addClassNames("btn", "wide");
        add(start);
    }

    private void closed(ChatHours.Hours hours) {
        removeAll();
        var next = hours.next();
        var card = new Div(new Paragraph(
                next == null
                        ? getTranslation("chat.closed.always")
                        : getTranslation("chat.closed", Formats.moment(next, Languages.current()))));
        card.addClassName("notice");
        var write = new Anchor("/contacts/new", getTranslation("chat.write"));
        write.addClassNames("btn", "wide");
        add(card, soft(getTranslation("chat.closed.write")), write);
    }

    private static String until(ChatHours.Hours hours) {
        var until = hours.until();
        return until == null
                ? ""
                : Formats.time(until.atZoneSameInstant(Helsinki.ZONE).toLocalTime(), Languages.current());
    }

    private void topic(MyContacts contacts) {
        var topics = contacts.topics();
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(topics);
        topic.setItemLabelGenerator(item -> item.name().in(Languages.current()));
        topics.stream()
                .filter(item -> item.code().equals(draft.get(Field.TOPIC)))
                .findFirst()
                .ifPresent(topic::setValue);
        topic.addValueChangeListener(changed -> {
            draft.set(Field.TOPIC, changed.getValue().code());
            topic.setInvalid(false);
        });
        add(topic);
    }

    private void body() {
        body.setLabel(getTranslation("chat.first"));
        body.setHelperText(getTranslation("contact.body.help"));
        body.setMinRows(3);
        body.setMaxRows(10);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValue(draft.get(Field.BODY));
        body.addValueChangeListener(changed -> {
            draft.set(Field.BODY, changed.getValue());
            body.setInvalid(false);
        });
        add(body);
    }

    private void start() {
        switch (chat.start(draft.submission(), draft.get(Field.TOPIC), draft.get(Field.BODY))) {
            case ChatStarting.Started done -> {
                draft.discard();
                started.accept(done.chat());
            }
            case ChatStarting.Closed closed -> closed(closed.hours());
            case ChatStarting.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private void show(Set<Gap> gaps) {
        for (var gap : gaps) {
            var message = getTranslation("gap." + gap.name());
            if (gap == Gap.TOPIC) {
                topic.setErrorMessage(message);
                topic.setInvalid(true);
            } else {
                body.setErrorMessage(message);
                body.setInvalid(true);
            }
        }
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }
}
