package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_NOTE;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Reads and writes what belongs to a contact: messages, colleagues' notes, events. */
@Component
class Threads {
    private static final Field<List<Attachment>> FILES = multiset(
                    select(ATTACHMENT.ID, ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.CREATED_AT)
                            .from(ATTACHMENT)
                            .where(ATTACHMENT.CONTACT_MESSAGE_ID.eq(CONTACT_MESSAGE.ID))
                            .orderBy(ATTACHMENT.ID))
            .convertFrom(files -> files.map(mapping(Attachment::new)));

    private final DSLContext db;

    Threads(DSLContext db) {
        this.db = db;
    }

    /** The oldest first; a resident is not told which clerk wrote, nor what may still be held back. */
    List<Message> forResident(UUID contact, OffsetDateTime now) {
        return db.select(
                        CONTACT_MESSAGE.ID,
                        CONTACT_MESSAGE.DIRECTION,
                        CONTACT_MESSAGE.BODY,
                        CONTACT_MESSAGE.AT,
                        inline(""),
                        FILES)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.in(withItsParts(contact)))
                .and(hasLeft(now))
                .orderBy(CONTACT_MESSAGE.ID)
                .fetch(mapping(Message::new));
    }

    /** The oldest first, with codes and account numbers behind a mask. */
    List<Message> forStaff(UUID contact) {
        return db.select(
                        CONTACT_MESSAGE.ID,
                        CONTACT_MESSAGE.DIRECTION,
                        CONTACT_MESSAGE.BODY,
                        CONTACT_MESSAGE.AT,
                        coalesce(
                                STAFF.GIVEN_NAME,
                                RESIDENT.GIVEN_NAME,
                                nullif(INBOUND_MAIL.SENDER_NAME, inline("")),
                                INBOUND_MAIL.SENDER_ADDRESS,
                                CONTACT.SENDER_NAME,
                                CONTACT.SENDER_ADDRESS,
                                CONTACT.SENDER_ELSEWHERE,
                                CONTACT.CALLER_PHONE,
                                inline("")),
                        FILES)
                .from(CONTACT_MESSAGE)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_MESSAGE.CONTACT_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(CONTACT_MESSAGE.STAFF_ID))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(CONTACT_MESSAGE.RESIDENT_ID))
                .leftJoin(INBOUND_MAIL)
                .on(INBOUND_MAIL.CONTACT_MESSAGE_ID.eq(CONTACT_MESSAGE.ID))
                .where(CONTACT_MESSAGE.CONTACT_ID.in(withItsParts(contact)))
                .orderBy(CONTACT_MESSAGE.ID)
                .fetch(mapping(Message::masked));
    }

    List<Note> notes(UUID contact) {
        return db.select(
                        CONTACT_NOTE.ID,
                        CONTACT_NOTE.BODY.convertFrom(Secrets::masked),
                        CONTACT_NOTE.AT,
                        STAFF.GIVEN_NAME)
                .from(CONTACT_NOTE)
                .join(STAFF)
                .on(STAFF.ID.eq(CONTACT_NOTE.STAFF_ID))
                .where(CONTACT_NOTE.CONTACT_ID.in(withItsParts(contact)))
                .orderBy(CONTACT_NOTE.ID)
                .fetch(mapping(Note::new));
    }

    /** Whether an answer can be seen outside the house. */
    static Condition hasLeft(OffsetDateTime now) {
        return CONTACT_MESSAGE.LEAVES_AT.isNull().or(CONTACT_MESSAGE.LEAVES_AT.le(now));
    }

    /** What was merged into a contact is read with it. */
    private static Select<Record1<UUID>> withItsParts(UUID contact) {
        return select(val(contact)).unionAll(select(CONTACT.ID).from(CONTACT).where(CONTACT.MERGED_INTO.eq(contact)));
    }

    /** Something the resident did. */
    void event(UUID contact, ContactEventKind kind, OffsetDateTime at) {
        db.insertInto(CONTACT_EVENT, CONTACT_EVENT.CONTACT_ID, CONTACT_EVENT.KIND, CONTACT_EVENT.AT)
                .values(contact, kind, at)
                .execute();
    }

    void event(UUID contact, ContactEventKind kind, OffsetDateTime at, UUID staff, String reason) {
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
