package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Replies;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person at the office has seen that a letter belongs to another contact, and says so. What was written moves there;
 * that contact keeps the older of the two arrivals.
 */
@Service
public class MailJoining {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Threading threading;
    private final Replies replies;

    MailJoining(DSLContext db, Callers callers, Clock clock, Threading threading, Replies replies) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.threading = threading;
        this.replies = replies;
    }

    /** Joins the contact in hand to the one it was said to belong to; false when it is not in hand any more. */
    @Transactional
    public boolean join(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var inHand = db.select(CONTACT.MAYBE_OF_ID, CONTACT.NUMBER, CONTACT.ARRIVED_AT)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .and(CONTACT.MAYBE_OF_ID.isNotNull())
                .forUpdate()
                .fetchOptional();
        if (inHand.isEmpty()) {
            return false;
        }
        var into = threading.survivor(inHand.get().value1());
        var now = Helsinki.now(clock);
        move(contact, into);
        takesItsPlace(into, inHand.get().value3());
        event(into, ContactEventKind.RESIDENT_REPLIED, now, me, inHand.get().value2());
        db.update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .set(CONTACT.CLOSED_AT, now)
                .where(CONTACT.ID.eq(contact))
                .execute();
        event(contact, ContactEventKind.CLOSED, now, me, numberOf(into));
        return true;
    }

    /** What was written once is never rewritten, so it is written again where it belongs. */
    private void move(UUID from, UUID into) {
        var messages = db.selectFrom(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(from))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.IN))
                .orderBy(CONTACT_MESSAGE.ID)
                .fetch();
        for (var message : messages) {
            var copy = db.insertInto(CONTACT_MESSAGE)
                    .set(CONTACT_MESSAGE.CONTACT_ID, into)
                    .set(CONTACT_MESSAGE.SUBMISSION_ID, UUID.randomUUID())
                    .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                    .set(CONTACT_MESSAGE.BODY, message.getBody())
                    .set(CONTACT_MESSAGE.AT, message.getAt())
                    .set(CONTACT_MESSAGE.RESIDENT_ID, message.getResidentId())
                    .returningResult(CONTACT_MESSAGE.ID)
                    .fetchSingle(mapping(id -> id));
            db.update(ATTACHMENT)
                    .set(ATTACHMENT.CONTACT_MESSAGE_ID, copy)
                    .where(ATTACHMENT.CONTACT_MESSAGE_ID.eq(message.getId()))
                    .execute();
            db.update(INBOUND_MAIL)
                    .set(INBOUND_MAIL.CONTACT_ID, into)
                    .set(INBOUND_MAIL.CONTACT_MESSAGE_ID, copy)
                    .where(INBOUND_MAIL.CONTACT_MESSAGE_ID.eq(message.getId()))
                    .execute();
        }
    }

    /** One that waits keeps its place or gets an older one; one that was answered comes back to the line. */
    private void takesItsPlace(UUID into, OffsetDateTime arrived) {
        replies.comesBack(into, arrived);
        db.update(CONTACT)
                .set(CONTACT.ARRIVED_AT, arrived)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(into))
                .and(CONTACT.STATE.eq(ContactState.NEW))
                .and(CONTACT.ARRIVED_AT.gt(arrived))
                .execute();
    }

    private String numberOf(UUID contact) {
        return db.select(CONTACT.NUMBER)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle(mapping(number -> number));
    }

    private void event(UUID contact, ContactEventKind kind, OffsetDateTime at, UUID staff, String reason) {
        db.insertInto(
                        CONTACT_EVENT,
                        CONTACT_EVENT.CONTACT_ID,
                        CONTACT_EVENT.KIND,
                        CONTACT_EVENT.AT,
                        CONTACT_EVENT.STAFF_ID,
                        CONTACT_EVENT.REASON)
                .values(contact, kind, at, staff, reason)
                .execute();
    }
}
