package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import fi.kotiovi.db.tables.Contact;
import fi.kotiovi.domain.notification.Letter.Correspondence;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What a letter about a contact says, and which letters it answers. */
@Component
class ContactLetterContents {
    private static final int MOST_REFERENCES = 20;
    private static final Contact BEFORE = CONTACT.as("before");
    private static final Field<List<Letter.Enclosed>> FILES = multiset(
                    select(ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.CONTENT)
                            .from(ATTACHMENT)
                            .where(ATTACHMENT.CONTACT_MESSAGE_ID.eq(CONTACT_MESSAGE.ID))
                            .orderBy(ATTACHMENT.ID))
            .convertFrom(files -> files.map(mapping(Letter.Enclosed::of)));

    private final DSLContext db;

    ContactLetterContents(DSLContext db) {
        this.db = db;
    }

    /** The n-th answer, counted from one. */
    Optional<Letter.Content> answer(UUID contact, int answer) {
        return db.select(
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT,
                        CONTACT_MESSAGE.BODY,
                        CONTACT.CHANNEL,
                        CONTACT.RESIDENT_ID.isNotNull(),
                        FILES)
                .from(CONTACT)
                .join(CONTACT_MESSAGE)
                .on(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.OUT))
                .orderBy(CONTACT_MESSAGE.ID)
                .offset(answer - 1)
                .limit(1)
                .fetchOptional(r -> new Letter.OfContact(
                        contact,
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        mails(contact, r.value4(), r.value5()),
                        r.value6()));
    }

    /** Only while it is not answered: word that it has come after the answer would puzzle. */
    Optional<Letter.Content> received(UUID contact) {
        return db.select(
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT,
                        CONTACT.PROMISED_BY,
                        field(selectCount()
                                .from(BEFORE)
                                .where(BEFORE.STATE.eq(inline(ContactState.NEW)))
                                .and(CONTACT.STATE.eq(inline(ContactState.NEW)))
                                .and(row(BEFORE.ARRIVED_AT, BEFORE.ID).le(row(CONTACT.ARRIVED_AT, CONTACT.ID)))),
                        CONTACT.CHANNEL,
                        CONTACT.RESIDENT_ID.isNotNull())
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.STATE.in(ContactState.NEW, ContactState.TAKEN))
                .fetchOptional(r -> new Letter.OfReceived(
                        contact,
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        mails(contact, r.value5(), r.value6())));
    }

    private Correspondence mails(UUID contact, ContactChannel channel, boolean known) {
        var in = db.select(INBOUND_MAIL.RECEIVED_AT, INBOUND_MAIL.MESSAGE_ID)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.CONTACT_ID.eq(contact))
                .and(INBOUND_MAIL.MESSAGE_ID.like("<%>"))
                .orderBy(INBOUND_MAIL.RECEIVED_AT.desc(), INBOUND_MAIL.ID.desc())
                .limit(MOST_REFERENCES)
                .fetch(r -> new Sent(r.value1(), r.value2()));
        var out = db.select(NOTIFICATION.CREATED_AT, NOTIFICATION.MESSAGE_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.CAUSE_ID.eq(contact))
                .and(NOTIFICATION.MESSAGE_ID.isNotNull())
                .orderBy(NOTIFICATION.CREATED_AT.desc(), NOTIFICATION.ID.desc())
                .limit(MOST_REFERENCES)
                .fetch(r -> new Sent(r.value1(), r.value2()));
        var all = new ArrayList<>(in);
        all.addAll(out);
        all.sort(Comparator.comparing(Sent::at));
        return new Correspondence(
                channel == ContactChannel.EMAIL,
                known,
                newest(all),
                in.stream().findFirst().map(Sent::messageId));
    }

    private static List<String> newest(List<Sent> all) {
        return all.stream()
                .skip(Math.max(0, all.size() - MOST_REFERENCES))
                .map(Sent::messageId)
                .toList();
    }

    private record Sent(OffsetDateTime at, String messageId) {}
}
