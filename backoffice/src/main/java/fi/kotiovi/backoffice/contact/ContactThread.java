package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Note;
import fi.kotiovi.domain.mail.MailMatters;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.domain.privacy.Unmasking;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What was said, the oldest first, with colleagues' notes where they belong in time and in another colour. */
class ContactThread extends Div {
    private static final long serialVersionUID = 1;
    private static final String TO_THE_END = "setTimeout(() => this.scrollTop = this.scrollHeight)";

    private final transient ContactPanels panels;
    private final UUID contact;
    private Optional<UUID> newest = Optional.empty();

    ContactThread(ContactPanels panels, UUID contact) {
        this.panels = panels;
        this.contact = contact;
        addClassNames("thread", "scroller");
        getElement().setAttribute("tabindex", "0").setAttribute("aria-label", getTranslation("contact.thread"));
        getElement().setAttribute("role", "region");
        redraw();
    }

    /** The newest message on the screen; whoever answers has read this far. */
    UUID newest() {
        return newest.orElse(contact);
    }

    /** Draws again; true when the resident has written since the last time. */
    boolean refresh() {
        var before = newest;
        var messages = panels.answers.thread(contact);
        if (newestOf(messages).equals(before)) {
            return false;
        }
        redraw();
        return messages.getLast().isInbound();
    }

    void redraw() {
        var messages = panels.answers.thread(contact);
        var beside = panels.mail.beside(contact);
        newest = newestOf(messages);
        removeAll();
        Stream.concat(
                        messages.stream()
                                .map(message -> new Entry(
                                        message.at(), bubble(message, Optional.ofNullable(beside.get(message.id()))))),
                        panels.answers.notes(contact).stream().map(note -> new Entry(note.at(), note(note))))
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> add(entry.shown()));
        getElement().executeJs(TO_THE_END);
    }

    private static Optional<UUID> newestOf(List<Message> messages) {
        return messages.reversed().stream().findFirst().map(Message::id);
    }

    private Div bubble(Message message, Optional<MailMatters.Beside> beside) {
        var body = new Paragraph(message.body());
        body.addClassName("typed");
        var bubble = new Div(body);
        bubble.addClassName("msg");
        bubble.setClassName("ours", !message.isInbound());
        if (Secrets.isMasked(message.body())) {
            bubble.add(unmask(message, body));
        }
        message.files().forEach(file -> bubble.add(link(file)));
        beside.ifPresent(more -> MailPanels.show(more, bubble));
        bubble.add(byline(message.author(), message.at()));
        return bubble;
    }

    /** What is behind the mask, until the page is drawn again, for whoever says why. */
    private NativeButton unmask(Message message, Paragraph body) {
        return Buttons.link(
                getTranslation("contact.unmask"),
                () -> new WordsDialog(
                                "contact.unmask",
                                Unmasking.LONGEST_REASON,
                                reason -> panels.unmasking
                                        .show(message.id(), reason)
                                        .ifPresent(body::setText))
                        .open());
    }

    private Div note(Note note) {
        var warning = new Span(getTranslation("contact.note.internal") + " ");
        warning.addClassName("strong");
        var body = new Paragraph(warning, new Span(note.body()));
        body.addClassNames("typed", "small");
        var bubble = new Div(body, byline(note.author(), note.at()));
        bubble.addClassNames("msg", "note");
        return bubble;
    }

    private static Paragraph byline(String author, OffsetDateTime at) {
        var line = new Paragraph(author + ", " + Formats.moment(at, Languages.current()));
        line.addClassNames("soft", "small");
        return line;
    }

    private Anchor link(Attachment file) {
        var reader = panels.callers.anybody();
        var handler = DownloadHandler.fromInputStream(event -> {
            var content = panels.callers.as(reader, () -> panels.attachments.content(file.id()));
            return content.map(bytes -> new DownloadResponse(
                            new ByteArrayInputStream(bytes), file.fileName(), file.mediaType(), bytes.length))
                    .orElseGet(() -> DownloadResponse.error(404));
        });
        var link = new Anchor(handler, file.fileName());
        link.addClassName("file");
        return link;
    }

    private record Entry(OffsetDateTime at, Component shown) {}
}
