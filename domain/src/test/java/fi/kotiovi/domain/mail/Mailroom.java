package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static org.jooq.Records.mapping;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.NotificationLane;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shortcuts of the tests on mail. */
final class Mailroom {
    final MailboxUpkeep mailboxes;
    final FilingUpkeep filing;
    final Answers answers;
    final ContactQueue queue;
    final Dispatch dispatch;

    private final Town town;
    private final UUID me = UUID.randomUUID();

    Mailroom(Town town) {
        this.town = town;
        mailboxes = town.backOffice(MailboxUpkeep.class);
        filing = town.backOffice(FilingUpkeep.class);
        answers = town.backOffice(Answers.class);
        queue = town.backOffice(ContactQueue.class);
        dispatch = town.backOffice(Dispatch.class);
        mailboxes.lease(Mails.US.address(), me);
    }

    /** Kept as it came, not looked at yet. */
    UUID keeps(Mails mail, OffsetDateTime at) {
        var raw = (mail.opened() + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        mailboxes.store(Mails.US.address(), mail.opened().messageId(), raw, at);
        return town.db()
                .select(INBOUND_MAIL.ID)
                .from(INBOUND_MAIL)
                .orderBy(INBOUND_MAIL.ID.desc())
                .limit(1)
                .fetchSingle(mapping(value -> value));
    }

    MailFiling files(Mails mail) {
        return files(mail, town.clock.now());
    }

    MailFiling files(Mails mail, OffsetDateTime at) {
        return filing.file(keeps(mail, at), mail.opened(), Mails.US, "");
    }

    ContactRecord opened(Mails mail) {
        return opened(mail, town.clock.now());
    }

    ContactRecord opened(Mails mail, OffsetDateTime at) {
        return contact(Expect.a(MailFiling.Opened.class, files(mail, at)).contact());
    }

    ContactRecord contact(UUID id) {
        return town.db().selectFrom(CONTACT).where(CONTACT.ID.eq(id)).fetchSingle();
    }

    String numberOf(UUID contact) {
        return contact(contact).getNumber();
    }

    List<Message> thread(Caller.Staff who, UUID contact) {
        return town.as(who, () -> answers.thread(contact));
    }

    /** Everything that is due leaves the house. */
    List<Letter> sendsAll() {
        var sent = new ArrayList<Letter>();
        for (var id : dispatch.claim(NotificationLane.NORMAL, 100)) {
            dispatch.open(id, "kotiovi.example").ifPresent(letter -> {
                dispatch.sent(id, "subject", "body");
                sent.add(letter);
            });
        }
        return sent;
    }

    /** Nobody waits any more. */
    void empty() {
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.ANSWERED)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .where(CONTACT.STATE.in(ContactState.NEW, ContactState.TAKEN))
                .execute();
    }
}
