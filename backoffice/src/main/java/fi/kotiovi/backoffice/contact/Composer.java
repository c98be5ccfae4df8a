package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.draft.Drafts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Where an answer is written. Every pause in typing is kept, and says that the clerk still works on it. */
class Composer extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 600;
    private static final int LONGEST = 10_000;

    private final transient ContactPanels panels;
    private final transient Runnable noted;
    private final UUID contact;
    private final TextArea text = new TextArea();
    private final Span kept = new Span();
    private final AnswerFiles files;

    /** {@code answer} gets how the contact shall be left; {@code noted} hears of a new note. */
    Composer(ContactPanels panels, UUID contact, Consumer<Ending> answer, Runnable noted) {
        this.panels = panels;
        this.contact = contact;
        this.noted = noted;
        addClassNames("composer", "card");
        text.setLabel(getTranslation("contact.answer"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(12);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        var draft = panels.drafts.loadAnswer(contact);
        draft.ifPresent(begun -> {
            text.setValue(begun.body());
            kept.setText(getTranslation("contact.draftKept"));
        });
        files = new AnswerFiles(
                panels.attachments, draft.map(Drafts.Answer::files).orElseGet(List::of), () -> keep(text.getValue()));
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep(event.getValue());
            }
        });
        kept.addClassNames("soft", "small", "grow");
        kept.getElement().setAttribute("role", "status");
        var ask = Buttons.line(getTranslation("contact.ask"), () -> answer.accept(Ending.ASKED));
        var reply = Buttons.line(getTranslation("contact.reply"), () -> answer.accept(Ending.ANSWERED));
        var send = Buttons.primary(getTranslation("contact.sendAndClose"), () -> answer.accept(Ending.CLOSED));
        Shortcuts.submit(send, text);
        var row = new Div(kept, ask, reply, send);
        row.addClassNames("row", "actions");
        List.of(ask, reply, send).forEach(button -> button.addClassName("s"));
        add(text, files, row);
    }

    private void keep(String value) {
        text.setInvalid(false);
        panels.queue.renew(contact);
        panels.lookers.write(contact);
        if (value.codePointCount(0, value.length()) > LONGEST) {
            refuse(getTranslation("contact.tooLong"));
            return;
        }
        panels.drafts.saveAnswer(contact, value, files.kept());
        kept.setText(getTranslation("contact.draftKept"));
    }

    /** Puts words behind what is written already, to be changed before they are sent. */
    void take(String words) {
        text.setValue(text.isEmpty() ? words : text.getValue().stripTrailing() + "\n\n" + words);
        keep(text.getValue());
        text.focus();
    }

    private void writeNote() {
        new WordsDialog("contact.note", LONGEST, note -> {
                    panels.answers.note(contact, note);
                    panels.queue.renew(contact);
                    noted.run();
                })
                .open();
    }

    /** A note, and other ways to be done with the contact, out of the way of the usual one. */
    void offerInstead(Component... ways) {
        var box = new Div(Buttons.link(getTranslation("contact.note"), this::writeNote));
        box.add(ways);
        box.addClassNames("row", "instead");
        add(box);
    }

    WriteAnswer written(UUID submission) {
        return new WriteAnswer(submission, text.getValue(), files.kept());
    }

    void refuse(String sentence) {
        text.setErrorMessage(sentence);
        text.setInvalid(true);
        text.focus();
    }

    void focus() {
        text.focus();
    }
}
