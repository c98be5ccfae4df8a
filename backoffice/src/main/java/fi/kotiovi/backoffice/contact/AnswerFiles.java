package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.WriteAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that go with an answer; what cannot be taken is said here, beside the button. */
class AnswerFiles extends Div {
    private static final long serialVersionUID = 1;

    private final transient Attachments attachments;
    private final transient Runnable changed;
    private final Div shown = new Div();
    private final Paragraph problem = new Paragraph();
    private final List<UUID> kept = new ArrayList<>();

    /** {@code changed} hears when a file came or went. */
    AnswerFiles(Attachments attachments, List<UUID> before, Runnable changed) {
        this.attachments = attachments;
        this.changed = changed;
        addClassName("answer-files");
        shown.addClassNames("row", "wrap");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        add(shown, upload(), problem);
        attachments.unsent(before).forEach(this::show);
    }

    List<UUID> kept() {
        return List.copyOf(kept);
    }

    private Upload upload() {
        var upload = new Upload(handler());
        upload.setUploadButton(Buttons.link(getTranslation("contact.files.add"), () -> {}));
        upload.setDropLabel(new Span(getTranslation("contact.files.drop")));
        upload.setMaxFileSize(Attachments.LARGEST);
        upload.setAcceptedMimeTypes("image/jpeg", "image/png", "image/webp", "application/pdf");
        upload.setI18n(new UploadI18N());
        upload.addFileRejectedListener(event -> refuse("contact.files.refused"));
        return upload;
    }

    /** The browser's own limit is a courtesy; this one holds. */
    private UploadHandler handler() {
        return event -> {
            byte[] content;
            try (var in = event.getInputStream()) {
                content = in.readNBytes(Attachments.LARGEST + 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var fileName = event.getFileName();
            event.getUI().accessSynchronously(() -> take(fileName, content));
        };
    }

    private void take(String fileName, byte[] content) {
        problem.setVisible(false);
        if (kept.size() >= WriteAnswer.MOST_FILES) {
            refuse("contact.files.tooMany");
            return;
        }
        switch (attachments.keepFile(fileName, content)) {
            case fi.kotiovi.domain.attachment.Upload.Kept file -> {
                show(file.attachment());
                changed.run();
            }
            case fi.kotiovi.domain.attachment.Upload.TooBig _ -> refuse("contact.files.tooBig");
            case fi.kotiovi.domain.attachment.Upload.NotReadable _ -> refuse("contact.files.refused");
        }
    }

    private void show(Attachment file) {
        kept.add(file.id());
        var chip = new Div(new Span(file.fileName()));
        chip.addClassNames("chip", "file");
        var away = Buttons.link("×", () -> {
            attachments.discard(file.id());
            kept.remove(file.id());
            shown.remove(chip);
            changed.run();
        });
        away.getElement().setAttribute("aria-label", getTranslation("contact.files.remove", file.fileName()));
        chip.add(away);
        shown.add(chip);
    }

    private void refuse(String key) {
        problem.setText(getTranslation(key));
        problem.setVisible(true);
    }
}
