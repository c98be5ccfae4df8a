package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.attachment.Attachments;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes photos or files, shows how far they are, says beside the field why one cannot be taken, and lets one take back. */
public class UploadBox extends Div {
    private static final long serialVersionUID = 1;
    private static final String[] PHOTO_TYPES = {"image/jpeg", "image/png", "image/webp"};
    private static final String[] FILE_TYPES = {"image/jpeg", "image/png", "image/webp", "application/pdf"};

    private final transient Attachments attachments;
    private final Taken taken;
    private final int most;
    private final transient Consumer<UUID> added;
    private final transient Consumer<UUID> removed;
    private final Div kept = new Div();
    private final Paragraph problem = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Upload upload = new Upload();

    public UploadBox(
            Attachments attachments,
            Taken taken,
            int most,
            List<UUID> before,
            Consumer<UUID> added,
            Consumer<UUID> removed) {
        this.attachments = attachments;
        this.taken = taken;
        this.most = most;
        this.added = added;
        this.removed = removed;
        addClassName("uploads");
        var label = new Span(getTranslation(taken == Taken.PHOTOS ? "upload.photos" : "upload.files", most));
        label.addClassName("label");
        kept.addClassName("thumbs");
        problem.addClassName("error");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("upload.progress"));
        add(label, kept, upload(), progress, problem);
        attachments.unsent(before).forEach(this::show);
        full();
    }

    private Upload upload() {
        var choose =
                new NativeButton(getTranslation(taken == Taken.PHOTOS ? "upload.choose.photo" : "upload.choose.file"));
        choose.addClassNames("btn", "line", "s");
        choose.addComponentAsFirst(Pictogram.CAMERA.icon());
        // what was refused stays said until somebody chooses anew, also while others of the same choice still arrive
        choose.addClickListener(click -> problem.setVisible(false));
        upload.setUploadButton(choose);
        upload.setDropAllowed(false);
        upload.setAcceptedMimeTypes(taken == Taken.PHOTOS ? PHOTO_TYPES : FILE_TYPES);
        upload.setUploadHandler(this::receive);
        upload.setMaxFileSize(Attachments.LARGEST);
        upload.setI18n(texts());
        // said before a byte is sent; the reason comes back as the key that texts() gave it
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage(), rejected.getFileName()));
        return upload;
    }

    private UploadI18N texts() {
        var status = new UploadI18N.Uploading.Status()
                .setConnecting(getTranslation("upload.progress"))
                .setStalled(getTranslation("upload.stalled"))
                .setProcessing(getTranslation("upload.processing"))
                .setHeld(getTranslation("upload.progress"));
        var failed = new UploadI18N.Uploading.Error()
                .setServerUnavailable(getTranslation("upload.failed"))
                .setUnexpectedServerError(getTranslation("upload.failed"))
                .setForbidden(getTranslation("upload.failed"));
        return new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(status)
                        .setError(failed)
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("upload.remaining") + " ")
                                .setUnknown("")))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("upload.retry"))
                        .setRemove(getTranslation("upload.stop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles("upload.toomany")
                        .setFileIsTooBig("upload.toobig")
                        .setIncorrectFileType("upload.unreadable"));
    }

    private void receive(UploadEvent event) throws IOException {
        var ui = event.getUI();
        var _ = ui.access(() -> {
            progress.setVisible(true);
            progress.setIndeterminate(true);
        });
        byte[] content;
        try (var in = event.getInputStream()) {
            content = in.readNBytes(Attachments.LARGEST + 1);
        }
        var _ = ui.access(() -> keep(Typed.keepable(event.getFileName()), content));
    }

    private void keep(String name, byte[] content) {
        progress.setVisible(false);
        upload.clearFileList();
        if (kept.getComponentCount() >= most) {
            refuse("upload.toomany", name);
            return;
        }
        var result = taken == Taken.PHOTOS ? attachments.keepPhoto(name, content) : attachments.keepFile(name, content);
        switch (result) {
            case fi.kotiovi.domain.attachment.Upload.Kept ok -> {
                show(ok.attachment());
                added.accept(ok.attachment().id());
            }
            case fi.kotiovi.domain.attachment.Upload.TooBig big -> refuse("upload.toobig", name);
            case fi.kotiovi.domain.attachment.Upload.NotReadable not -> refuse("upload.unreadable", name);
        }
        full();
    }

    private void refuse(String key, String name) {
        upload.clearFileList();
        problem.setText(getTranslation(key, name, most));
        problem.setVisible(true);
    }

    private void show(Attachment file) {
        var thumb = new Div();
        thumb.addClassName("thumb");
        if (file.isPhoto()) {
            thumb.add(new Image(Files.inline(attachments, file), file.fileName()));
        } else {
            thumb.add(new Span(file.fileName()));
        }
        var remove = new NativeButton("×", click -> {
            attachments.discard(file.id());
            removed.accept(file.id());
            kept.remove(thumb);
            problem.setVisible(false);
            full();
        });
        remove.setAriaLabel(getTranslation("upload.remove", file.fileName()));
        thumb.add(remove);
        kept.add(thumb);
    }

    private void full() {
        var room = most - kept.getComponentCount();
        upload.setMaxFiles(room);
        upload.setVisible(room > 0);
    }

    /** What may be taken. */
    public enum Taken {
        PHOTOS,
        PHOTOS_AND_PDF
    }
}
