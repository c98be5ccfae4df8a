package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.workorder.WorkOrder;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;

/** The resident's and the crew's pictures, small; a tap opens one in full. */
class Photos {
    private final Caller viewer;
    private final Callers callers;
    private final Attachments attachments;

    Photos(Callers callers, Attachments attachments) {
        this.viewer = callers.anybody();
        this.callers = callers;
        this.attachments = attachments;
    }

    Div of(WorkOrder work) {
        var photos = new Div();
        photos.addClassName("photos");
        var all = Stream.concat(
                        attachments.ofFault(work.job().faultId()).stream(), attachments.ofWorkOrder(work.id()).stream())
                .filter(Attachment::isPhoto)
                .toList();
        var number = 1;
        for (var photo : all) {
            var text = photos.getTranslation("work.photo", number);
            var picture = new Image(handler(photo), text);
            picture.getElement().setAttribute("loading", "lazy");
            var link = new Anchor(handler(photo), AttachmentType.INLINE, "");
            link.removeAll();
            link.add(picture);
            link.setTarget("_blank");
            link.setRouterIgnore(true);
            photos.add(link);
            number++;
        }
        photos.setVisible(!all.isEmpty());
        return photos;
    }

    private DownloadHandler handler(Attachment photo) {
        return DownloadHandler.fromInputStream(event -> callers.as(viewer, () -> attachments.content(photo.id()))
                        .map(bytes -> new DownloadResponse(
                                new ByteArrayInputStream(bytes), photo.fileName(), photo.mediaType(), bytes.length))
                        .orElseGet(() -> DownloadResponse.error(404)))
                .inline();
    }
}
