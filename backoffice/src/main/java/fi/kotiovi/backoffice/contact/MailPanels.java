package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.mail.MailJoining;
import fi.kotiovi.domain.mail.MailMatters;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What is shown of a contact because it came by mail: the address, what it may belong to, what stood below the words. */
@org.springframework.stereotype.Component
public class MailPanels {
    private final MailMatters matters;
    private final MailJoining joining;

    MailPanels(MailMatters matters, MailJoining joining) {
        this.matters = matters;
        this.joining = joining;
    }

    /** What came with the messages, by their ids: asked once for a whole thread. */
    Map<UUID, MailMatters.Beside> beside(UUID contact) {
        return matters.beside(contact);
    }

    /** History folded away, and the names of files that were not kept. */
    static void show(MailMatters.Beside beside, Div bubble) {
        if (!beside.folded().isBlank()) {
            var history = new Paragraph(beside.folded());
            history.addClassNames("typed", "small", "soft");
            var details = new NativeDetails(bubble.getTranslation("contact.mail.history"), history);
            details.addClassName("history");
            bubble.add(details);
        }
        if (!beside.refusedFiles().isEmpty()) {
            var refused = new Paragraph(
                    bubble.getTranslation("contact.mail.refused", String.join(", ", beside.refusedFiles())));
            refused.addClassNames("notice", "sun", "small");
            bubble.add(refused);
        }
    }

    /** The address, for the side of the page. */
    Optional<Component> address(UUID contact) {
        return matters.sender(contact).map(sender -> {
            var address = new Paragraph(sender.address());
            address.addClassNames("soft", "small", "typed");
            return address;
        });
    }

    /** What it may belong to, and the one click that says so. */
    Optional<Component> hint(UUID contact, Consumer<String> done) {
        return matters.hint(contact).map(hint -> hint(contact, hint, done));
    }

    private Component hint(UUID contact, MailMatters.Hint hint, Consumer<String> done) {
        var box = new Div();
        var words = new Paragraph(box.getTranslation("contact.mail.maybe", hint.number(), hint.subject()));
        words.addClassName("grow");
        var join = Buttons.line(
                box.getTranslation("contact.mail.join"),
                () -> done.accept(box.getTranslation(
                        joining.join(contact) ? "contact.mail.joined" : "queue.lost", hint.number())));
        join.addClassName("s");
        box.add(words, join);
        box.addClassNames("notice", "sun", "row");
        box.getElement().setAttribute("role", "note");
        return box;
    }
}
