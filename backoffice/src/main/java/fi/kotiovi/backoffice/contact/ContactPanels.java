package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactPromises;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Handovers;
import fi.kotiovi.domain.contact.Merges;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.knowledge.ReplyDrafts;
import fi.kotiovi.domain.knowledge.Suggestions;
import fi.kotiovi.domain.privacy.Unmasking;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Hands the parts of the line's page the services they need. */
@Component
public class ContactPanels {
    final ContactQueue queue;
    final Answers answers;
    final ContactPromises promises;
    final Handovers handovers;
    final Merges merges;
    final Drafts drafts;
    final Attachments attachments;
    final MailPanels mail;
    final Suggestions suggestions;
    final ReplyDrafts replyDrafts;
    final Unmasking unmasking;
    final Callers callers;
    final Ages ages;
    final Clock clock;

    ContactPanels(
            ContactQueue queue,
            Answers answers,
            ContactPromises promises,
            Handovers handovers,
            Merges merges,
            Drafts drafts,
            Attachments attachments,
            MailPanels mail,
            Suggestions suggestions,
            ReplyDrafts replyDrafts,
            Unmasking unmasking,
            Callers callers,
            Ages ages,
            Clock clock) {
        this.queue = queue;
        this.answers = answers;
        this.promises = promises;
        this.handovers = handovers;
        this.merges = merges;
        this.drafts = drafts;
        this.attachments = attachments;
        this.mail = mail;
        this.suggestions = suggestions;
        this.replyDrafts = replyDrafts;
        this.unmasking = unmasking;
        this.callers = callers;
        this.ages = ages;
        this.clock = clock;
    }

    WaitingList list(Runnable takeNext) {
        return new WaitingList(this, takeNext);
    }

    ContactPanel panel(Waiting contact, Consumer<String> done) {
        return new ContactPanel(this, contact, done);
    }

    Div nothingInHand(ContactQueue.Length length) {
        var box = new Div();
        box.addClassName("calm");
        var key = length.waiting() == 0 ? "queue.empty" : "queue.ready";
        box.add(new H2(box.getTranslation(key)), new Paragraph(box.getTranslation(key + ".hint")));
        return box;
    }
}
