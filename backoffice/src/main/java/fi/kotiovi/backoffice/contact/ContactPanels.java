package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.CallBackDesk;
import fi.kotiovi.domain.contact.ChatDesk;
import fi.kotiovi.domain.contact.ContactLinks;
import fi.kotiovi.domain.contact.ContactPromises;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Handovers;
import fi.kotiovi.domain.contact.Lookers;
import fi.kotiovi.domain.contact.Merges;
import fi.kotiovi.domain.contact.ResidentSheets;
import fi.kotiovi.domain.contact.Resumptions;
import fi.kotiovi.domain.contact.Splits;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.contact.Withdrawals;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.knowledge.ReplyDrafts;
import fi.kotiovi.domain.knowledge.Suggestions;
import fi.kotiovi.domain.privacy.Unmasking;
import fi.kotiovi.domain.source.SourceMatters;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Hands the parts of the line's page the services they need. */
@org.springframework.stereotype.Component
public class ContactPanels {
    final ContactQueue queue;
    final Answers answers;
    final Withdrawals withdrawals;
    final Resumptions resumptions;
    final ContactPromises promises;
    final Handovers handovers;
    final Merges merges;
    final Splits splits;
    final ContactLinks links;
    final Lookers lookers;
    final ResidentSheets sheets;
    final ChatDesk chats;
    final SourceMatters sources;
    final CallBackDesk callBacks;
    final Live live;
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
            Withdrawals withdrawals,
            Resumptions resumptions,
            ContactPromises promises,
            Handovers handovers,
            Merges merges,
            Splits splits,
            ContactLinks links,
            Lookers lookers,
            ResidentSheets sheets,
            ChatDesk chats,
            SourceMatters sources,
            CallBackDesk callBacks,
            Live live,
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
        this.withdrawals = withdrawals;
        this.resumptions = resumptions;
        this.promises = promises;
        this.handovers = handovers;
        this.merges = merges;
        this.splits = splits;
        this.links = links;
        this.lookers = lookers;
        this.sheets = sheets;
        this.chats = chats;
        this.sources = sources;
        this.callBacks = callBacks;
        this.live = live;
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

    ContactPanel panel(Waiting contact, ContactPanel.Hears hears) {
        return new ContactPanel(this, contact, hears);
    }

    /** Who writes, what the contact is about, and what else concerns that person. */
    List<Component> aside(Waiting contact, boolean contactsToo) {
        var parts = new ArrayList<Component>();
        parts.add(new ContactAside(contact, mail.address(contact.id())));
        parts.add(new LinkedMatters(links, contact.id(), mayOpenKeys()));
        sheets.ofContact(contact.id())
                .map(sheet -> new ResidentHistory(sheet, contactsToo))
                .ifPresent(parts::add);
        return parts;
    }

    private boolean mayOpenKeys() {
        return callers.anybody() instanceof Caller.Staff me && me.isAny(StaffRole.DESK, StaffRole.MANAGER);
    }

    Div nothingInHand(ContactQueue.Length length) {
        var box = new Div();
        box.addClassName("calm");
        var key = length.waiting() == 0 ? "queue.empty" : "queue.ready";
        box.add(new H2(box.getTranslation(key)), new Paragraph(box.getTranslation(key + ".hint")));
        return box;
    }
}
