package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.MyChat;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.SameMatters;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.contact.Writing.Gap;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.knowledge.HelpOffers;
import fi.kotiovi.portal.contact.ContactDraft.Field;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.UploadBox;
import fi.kotiovi.vocabulary.DraftKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;

/** Writing to the office; kept as it is typed. */
@Route("contacts/new")
@RolesAllowed("RESIDENT")
public class WriteContactView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final int SAVE_AFTER_MILLISECONDS = 400;

    private final transient MyContacts contacts;
    private final transient MyChat chat;
    private final transient SameMatters same;
    private final transient Attachments attachments;
    private final transient Drafts drafts;
    private final transient HelpOffers help;
    private final Select<Topic> topic = new Select<>();
    private final TextField subject = new TextField();
    private final TextArea body = new TextArea();
    private final Div question = new Div();
    private NativeButton send = new NativeButton();

    public WriteContactView(
            MyContacts contacts,
            MyChat chat,
            SameMatters same,
            Attachments attachments,
            Drafts drafts,
            HelpOffers help) {
        this.same = same;
        this.chat = chat;
        this.contacts = contacts;
        this.attachments = attachments;
        this.drafts = drafts;
        this.help = help;
        addClassName("form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var draft = new ContactDraft(drafts, DraftKind.CONTACT);
        begin(getTranslation("contact.new.title"), "/");
        add(soft(getTranslation("contact.new.lead")));
        var ways = new Div(link("/contacts/call", getTranslation("callback.title"), "textlink"));
        if (chat.hours().isOpen()) {
            ways.addComponentAsFirst(link("/chat", getTranslation("chat.open"), "textlink"));
        }
        ways.addClassName("links");
        add(ways);
        topic(draft);
        text(subject, "contact.subject", draft, Field.SUBJECT);
        add(new SecretNote(subject, words -> draft.set(Field.SUBJECT, words)));
        body(draft);
        add(new SecretNote(body, words -> draft.set(Field.BODY, words)));
        add(new UploadBox(
                attachments,
                UploadBox.Taken.PHOTOS_AND_PDF,
                WriteContact.MOST_FILES,
                draft.files(),
                draft::addFile,
                draft::removeFile));
        send = button(getTranslation("contact.send"), () -> send(draft), "wide");
        question.removeAll();
        add(offers(draft), question, send);
    }

    private Offers offers(ContactDraft draft) {
        var offers = new Offers(help, draft.submission(), this::helped);
        subject.addValueChangeListener(changed -> offers.look(written(draft)));
        body.addValueChangeListener(changed -> offers.look(written(draft)));
        offers.look(written(draft));
        return offers;
    }

    private static String written(ContactDraft draft) {
        return draft.get(Field.SUBJECT) + " " + draft.get(Field.BODY);
    }

    /** Nothing is sent; what was written is gone with the draft. */
    private void helped() {
        begin(getTranslation("offer.done.title"), "/");
        add(soft(getTranslation("offer.done")), link("/", getTranslation("offer.done.home"), "btn", "wide"));
    }

    private void topic(ContactDraft draft) {
        var topics = contacts.topics();
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(topics);
        topic.setItemLabelGenerator(item -> item.name().in(Languages.current()));
        topics.stream()
                .filter(item -> item.code().equals(draft.get(Field.TOPIC)))
                .findFirst()
                .ifPresent(topic::setValue);
        topic.addValueChangeListener(changed -> {
            if (changed.getValue() != null) {
                draft.set(Field.TOPIC, changed.getValue().code());
                topic.setInvalid(false);
            }
        });
        add(topic);
    }

    private void text(TextField field, String key, ContactDraft draft, Field kept) {
        field.setLabel(getTranslation(key));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValue(draft.get(kept));
        field.addValueChangeListener(changed -> {
            draft.set(kept, changed.getValue());
            field.setInvalid(false);
        });
        add(field);
    }

    private void body(ContactDraft draft) {
        body.setLabel(getTranslation("contact.body"));
        body.setHelperText(getTranslation("contact.body.help"));
        body.setMinRows(6);
        body.setMaxRows(16);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(SAVE_AFTER_MILLISECONDS);
        body.setValue(draft.get(Field.BODY));
        body.addValueChangeListener(changed -> {
            draft.set(Field.BODY, changed.getValue());
            body.setInvalid(false);
        });
        add(body);
    }

    /** What we have been told already is not told twice without being asked. */
    private void send(ContactDraft draft) {
        var before = same.ofMine(draft.write());
        if (before.isEmpty()) {
            sendNew(draft);
            return;
        }
        question.removeAll();
        question.add(new SameMatterCard(before.get(), () -> append(draft, before.get()), () -> sendNew(draft)));
        // the question has both ways on from here
        send.setVisible(false);
        question.scrollIntoView();
    }

    private void append(ContactDraft draft, MyContact before) {
        var message = draft.write();
        switch (contacts.reply(before.id(), message.submission(), message.body(), message.files())) {
            case Writing.Sent sent -> {
                draft.discard();
                getUI().ifPresent(ui -> ui.navigate("contacts/" + sent.contact().id()));
            }
            case Writing.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private void sendNew(ContactDraft draft) {
        switch (contacts.write(draft.write())) {
            case Writing.Sent sent -> {
                draft.discard();
                getUI().ifPresent(ui ->
                        ui.navigate("contacts/" + sent.contact().id(), QueryParameters.fromString("new")));
            }
            case Writing.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private void show(Set<Gap> gaps) {
        for (var gap : gaps) {
            var message = getTranslation("gap." + gap.name());
            switch (gap) {
                case TOPIC -> {
                    topic.setErrorMessage(message);
                    topic.setInvalid(true);
                }
                case SUBJECT_MISSING, SUBJECT_TOO_LONG -> {
                    subject.setErrorMessage(message);
                    subject.setInvalid(true);
                }
                case BODY_MISSING, BODY_TOO_LONG -> {
                    body.setErrorMessage(message);
                    body.setInvalid(true);
                }
                case TOO_MANY_FILES -> add(new Paragraph(message));
            }
        }
    }
}
