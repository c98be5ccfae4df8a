package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.domain.attachment.Attachments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes pictures of the finished work; what cannot be taken is said here, beside the button. */
class PhotoUpload extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 5;

    private final transient Attachments attachments;
    private final Paragraph problem = new Paragraph();
    private final List<UUID> kept = new ArrayList<>();

    PhotoUpload(Attachments attachments) {
        this.attachments = attachments;
        addClassName("photo-upload");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var upload = new Upload(handler());
        var button = Buttons.line(getTranslation("work.addPhoto"), () -> {});
        button.addComponentAsFirst(Icon.CAMERA.picture());
        upload.setUploadButton(button);
        upload.setDropAllowed(false);
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(Attachments.LARGEST);
        upload.setAcceptedMimeTypes("image/jpeg", "image/png", "image/webp");
        upload.addFileRejectedListener(event -> refuse("work.photo.refused"));
        add(upload, problem);
    }

    List<UUID> kept() {
        return List.copyOf(kept);
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
        if (kept.size() >= MOST) {
            refuse("work.photo.refused");
            return;
        }
        switch (attachments.keepPhoto(fileName, content)) {
            case fi.kotiovi.domain.attachment.Upload.Kept photo ->
                kept.add(photo.attachment().id());
            case fi.kotiovi.domain.attachment.Upload.TooBig _ -> refuse("work.photo.tooBig");
            case fi.kotiovi.domain.attachment.Upload.NotReadable _ -> refuse("work.photo.notReadable");
        }
    }

    private void refuse(String key) {
        problem.setText(getTranslation(key));
        problem.setVisible(true);
    }
}
