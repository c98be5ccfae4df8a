package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.CallBackDesk;
import fi.kotiovi.domain.contact.ChatDesk;
import fi.kotiovi.domain.contact.ContactPromises;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Handovers;
import fi.kotiovi.domain.contact.Merges;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.source.SourceMatters;
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
    final ChatDesk chats;
    final SourceMatters sources;
    final CallBackDesk callBacks;
    final Live live;
    final Drafts drafts;
    final Attachments attachments;
    final MailPanels mail;
    final Callers callers;
    final Ages ages;
    final Clock clock;

    ContactPanels(
            ContactQueue queue,
            Answers answers,
            ContactPromises promises,
            Handovers handovers,
            Merges merges,
            ChatDesk chats,
            SourceMatters sources,
            CallBackDesk callBacks,
            Live live,
            Drafts drafts,
            Attachments attachments,
            MailPanels mail,
            Callers callers,
            Ages ages,
            Clock clock) {
        this.queue = queue;
        this.answers = answers;
        this.promises = promises;
        this.handovers = handovers;
        this.merges = merges;
        this.chats = chats;
        this.sources = sources;
        this.callBacks = callBacks;
        this.live = live;
        this.drafts = drafts;
        this.attachments = attachments;
        this.mail = mail;
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
