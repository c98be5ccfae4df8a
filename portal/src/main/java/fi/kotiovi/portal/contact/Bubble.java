package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.portal.shell.Files;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;

/** One message: whose, when, and what came with it. */
class Bubble extends Div {
    private static final long serialVersionUID = 1;

    Bubble(Attachments attachments, Message message) {
        var who = new Span(getTranslation(message.isInbound() ? "contact.me" : "contact.office") + ", "
                + Formats.moment(message.at(), Languages.current()));
        who.addClassNames("soft", "small", "num");
        var body = new Paragraph(message.body());
        body.addClassName("typed");
        add(body, files(attachments, message), who);
        addClassNames("bubble", message.isInbound() ? "mine" : "theirs");
    }

    private static Div files(Attachments attachments, Message message) {
        var files = new Div();
        files.addClassName("thumbs");
        for (var file : message.files()) {
            var open = new Anchor(Files.download(attachments, file), "");
            if (file.isPhoto()) {
                open.add(new Image(Files.inline(attachments, file), file.fileName()));
            } else {
                open.add(new Span(file.fileName()));
            }
            var thumb = new Div(open);
            thumb.addClassName("thumb");
            files.add(thumb);
        }
        return files;
    }
}
