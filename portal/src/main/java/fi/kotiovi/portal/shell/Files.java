package fi.kotiovi.portal.shell;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.attachment.Attachments;
import java.io.ByteArrayInputStream;

/** Serves files to the person who may see them, with the type we gave them and never as a page. */
public final class Files {
    private Files() {}

    /** To show inside a page. */
    public static DownloadHandler inline(Attachments attachments, Attachment file) {
        return DownloadHandler.fromInputStream(event -> response(attachments, file))
                .inline();
    }

    /** To save. */
    public static DownloadHandler download(Attachments attachments, Attachment file) {
        return DownloadHandler.fromInputStream(event -> response(attachments, file));
    }

    private static DownloadResponse response(Attachments attachments, Attachment file) {
        return attachments
                .content(file.id())
                .map(bytes -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), file.fileName(), file.mediaType(), bytes.length))
                .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND));
    }
}
