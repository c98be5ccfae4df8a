package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.QUEUE_PRESENCE;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import java.util.List;
import java.util.UUID;

/** Shortcuts of the tests on contacts. */
final class Letterbox {
    final MyContacts mine;
    final ContactQueue queue;
    final Answers answers;

    private final Town town;

    Letterbox(Town town) {
        this.town = town;
        this.mine = town.portal(MyContacts.class);
        this.queue = town.backOffice(ContactQueue.class);
        this.answers = town.backOffice(Answers.class);
    }

    MyContact writes(Caller.Resident who, String subject) {
        return writes(who, UUID.randomUUID(), subject);
    }

    MyContact writes(Caller.Resident who, UUID submission, String subject) {
        return Expect.a(
                        Writing.Sent.class,
                        town.as(
                                who,
                                () -> mine.write(new WriteContact(submission, "RENT", subject, "Hei!", List.of()))))
                .contact();
    }

    MyContact replies(Caller.Resident who, MyContact to, String body) {
        return Expect.a(Writing.Sent.class, town.as(who, () -> mine.reply(to.id(), UUID.randomUUID(), body, List.of())))
                .contact();
    }

    Waiting takes(Caller.Staff who) {
        return town.as(who, queue::takeNext).orElseThrow();
    }

    UUID newest(Caller.Staff who, UUID contact) {
        return town.as(who, () -> answers.thread(contact)).getLast().id();
    }

    Answering answers(Caller.Staff who, UUID contact, String body) {
        return town.as(
                who,
                () -> answers.answer(
                        contact, WriteAnswer.of(UUID.randomUUID(), body), newest(who, contact), Ending.ANSWERED));
    }

    /** Until the answer cannot be held back any more. */
    void letItLeave() {
        town.clock.advance(Answers.HELD);
    }

    MyContact seenBy(Caller.Resident who, MyContact contact) {
        return town.as(who, () -> mine.one(contact.id())).orElseThrow();
    }

    List<ContactEventKind> events(UUID contact) {
        return town.db()
                .select(CONTACT_EVENT.KIND)
                .from(CONTACT_EVENT)
                .where(CONTACT_EVENT.CONTACT_ID.eq(contact))
                .orderBy(CONTACT_EVENT.ID)
                .fetch(CONTACT_EVENT.KIND);
    }

    /** Nobody waits any more, and nobody has been at work. */
    void empty() {
        town.db().deleteFrom(QUEUE_PRESENCE).execute();
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.ANSWERED)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .setNull(CONTACT.SILENT_SINCE)
                .where(CONTACT.STATE.in(
                        ContactState.NEW,
                        ContactState.TAKEN,
                        ContactState.WAITING_INTERNAL,
                        ContactState.WAITING_RESIDENT))
                .execute();
    }
}
