package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Splitting;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.contact.WriteContact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which messages speak of another matter, and what that matter is called. */
class SplitDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int GLIMPSE = 90;

    private final transient Split split;
    private final UUID submission = UUID.randomUUID();
    private final CheckboxGroup<Message> messages = new CheckboxGroup<>();
    private final Select<Topic> topic = new Select<>();
    private final TextField subject = new TextField();

    /** {@code split} does it and tells what came of it; the dialog closes unless something can be put right here. */
    SplitDialog(List<Message> said, List<Topic> topics, Split split) {
        this.split = split;
        addClassName("words");
        setHeaderTitle(getTranslation("contact.split.title"));
        messages.setLabel(getTranslation("contact.split.messages"));
        messages.setItems(said);
        messages.setItemLabelGenerator(SplitDialog::glimpse);
        if (said.size() == 1) {
            messages.select(said.getFirst());
        }
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(topics);
        topic.setItemLabelGenerator(one -> one.name().in(Languages.current()));
        topic.setWidthFull();
        subject.setLabel(getTranslation("contact.split.subject"));
        subject.setMaxLength(WriteContact.LONGEST_SUBJECT);
        subject.setWidthFull();
        var hint = new Paragraph(getTranslation("contact.split.hint"));
        hint.addClassNames("soft", "small");
        var content = new Div(messages, topic, subject, hint);
        content.addClassName("stack");
        add(content);
        getFooter()
                .add(
                        Buttons.line(getTranslation("cancel"), this::close),
                        Buttons.primary(getTranslation("contact.split.do"), this::confirm));
    }

    private static String glimpse(Message message) {
        var line = message.body().replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= GLIMPSE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, GLIMPSE - 1)) + "…";
    }

    private void confirm() {
        var chosen = topic.getValue();
        topic.setErrorMessage(getTranslation("contact.split.topic.missing"));
        topic.setInvalid(chosen == null);
        if (chosen == null) {
            return;
        }
        var ids = messages.getValue().stream().map(Message::id).collect(Collectors.toSet());
        switch (split.split(submission, ids, chosen.code(), subject.getValue())) {
            case Splitting.NothingChosen _ -> refuse("contact.split.nothing");
            case Splitting.EverythingChosen _ -> refuse("contact.split.everything");
            case Splitting.SubjectWrong _ -> {
                subject.setErrorMessage(getTranslation("contact.split.subject.missing"));
                subject.setInvalid(true);
                subject.focus();
            }
            case Splitting.Done _, Splitting.NotInHand _ -> close();
        }
    }

    private void refuse(String key) {
        messages.setErrorMessage(getTranslation(key));
        messages.setInvalid(true);
    }

    /** Does it. */
    interface Split {
        Splitting split(UUID submission, Set<UUID> messages, String topic, String subject);
    }
}
