package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_LINK;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.db.tables.records.ContactMessageRecord;
import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a contact of its own out of messages that speak of another matter. */
@Service
public class Splits {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final AnswerTimes times;
    private final Topics topics;
    private final Threads threads;

    Splits(DSLContext db, Callers callers, Clock clock, AnswerTimes times, Topics topics, Threads threads) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.times = times;
        this.topics = topics;
        this.threads = threads;
    }

    @Transactional(readOnly = true)
    public List<Topic> topics() {
        callers.staff(AGENT, DESK, MANAGER);
        return topics.inOrder();
    }

    /**
     * Opens a contact with copies of the chosen messages of the one in the caller's hand: what was said once is never
     * rewritten, so the first keeps them too. The new one waits where the first of them arrived. Once per submission.
     */
    @Transactional
    public Splitting split(UUID contact, UUID submission, Set<UUID> chosen, String topic, String givenSubject) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var subject = Storable.text(givenSubject).strip();
        if (subject.isEmpty() || subject.codePointCount(0, subject.length()) > WriteContact.LONGEST_SUBJECT) {
            return new Splitting.SubjectWrong();
        }
        var first = db.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .forUpdate()
                .fetchOptional();
        if (first.isEmpty()) {
            return new Splitting.NotInHand();
        }
        var before = db.select(CONTACT.NUMBER)
                .from(CONTACT)
                .join(CONTACT_MESSAGE)
                .on(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT_MESSAGE.SUBMISSION_ID.eq(submission))
                .fetchOptional(CONTACT.NUMBER);
        if (before.isPresent()) {
            return new Splitting.Done(before.get());
        }
        var said = db.selectFrom(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.IN))
                .orderBy(CONTACT_MESSAGE.ID)
                .fetch();
        var parts = said.stream()
                .filter(message -> chosen.contains(message.getId()))
                .toList();
        if (parts.isEmpty()) {
            return new Splitting.NothingChosen();
        }
        if (parts.size() == said.size() && said.size() > 1) {
            return new Splitting.EverythingChosen();
        }
        return new Splitting.Done(opened(first.get(), submission, parts, topic, subject, me));
    }

    private String opened(
            ContactRecord first,
            UUID submission,
            List<ContactMessageRecord> parts,
            String topic,
            String subject,
            UUID me) {
        var now = Helsinki.now(clock);
        var arrived = parts.getFirst().getAt();
        var opened = db.insertInto(CONTACT)
                .set(CONTACT.NUMBER, ShortNumbers.nextContact(now))
                .set(CONTACT.OFFICE_ID, first.getOfficeId())
                .set(CONTACT.RESIDENT_ID, first.getResidentId())
                .set(CONTACT.HOME_ID, first.getHomeId())
                .set(CONTACT.CHANNEL, first.getChannel())
                .set(CONTACT.TOPIC_CODE, topic)
                .set(CONTACT.SUBJECT, subject)
                .set(CONTACT.LANGUAGE, first.getLanguage())
                .set(CONTACT.SENDER_ADDRESS, first.getSenderAddress())
                .set(CONTACT.SENDER_NAME, first.getSenderName())
                .set(CONTACT.CALLER_PHONE, first.getCallerPhone())
                .set(CONTACT.SOURCE_ID, first.getSourceId())
                .set(CONTACT.SENDER_ELSEWHERE, first.getSenderElsewhere())
                .set(CONTACT.STATE, ContactState.NEW)
                .set(CONTACT.ARRIVED_AT, arrived)
                .set(CONTACT.PROMISED_BY, times.promise(topic, arrived))
                .returning(CONTACT.ID, CONTACT.NUMBER)
                .fetchSingle();
        copy(parts.getFirst(), opened.getId(), submission);
        parts.stream().skip(1).forEach(message -> copy(message, opened.getId(), UUID.randomUUID()));
        db.insertInto(CONTACT_LINK)
                .set(CONTACT_LINK.CONTACT_ID, opened.getId())
                .set(CONTACT_LINK.OTHER_CONTACT_ID, first.getId())
                .set(CONTACT_LINK.AT, now)
                .set(CONTACT_LINK.STAFF_ID, me)
                .execute();
        threads.event(opened.getId(), ContactEventKind.ARRIVED, now);
        threads.event(opened.getId(), ContactEventKind.SPLIT, now, me, first.getNumber());
        threads.event(first.getId(), ContactEventKind.SPLIT, now, me, opened.getNumber());
        return opened.getNumber();
    }

    private void copy(ContactMessageRecord message, UUID into, UUID submission) {
        var copy = db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, into)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, submission)
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                .set(CONTACT_MESSAGE.BODY, message.getBody())
                .set(CONTACT_MESSAGE.AT, message.getAt())
                .set(CONTACT_MESSAGE.RESIDENT_ID, message.getResidentId())
                .returningResult(CONTACT_MESSAGE.ID)
                .fetchSingle(mapping(id -> id));
        db.insertInto(
                        ATTACHMENT,
                        ATTACHMENT.RESIDENT_ID,
                        ATTACHMENT.STAFF_ID,
                        ATTACHMENT.INBOUND_MAIL_ID,
                        ATTACHMENT.CONTACT_MESSAGE_ID,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.MEDIA_TYPE,
                        ATTACHMENT.CONTENT,
                        ATTACHMENT.CREATED_AT)
                .select(select(
                                ATTACHMENT.RESIDENT_ID,
                                ATTACHMENT.STAFF_ID,
                                ATTACHMENT.INBOUND_MAIL_ID,
                                val(copy),
                                ATTACHMENT.FILE_NAME,
                                ATTACHMENT.MEDIA_TYPE,
                                ATTACHMENT.CONTENT,
                                ATTACHMENT.CREATED_AT)
                        .from(ATTACHMENT)
                        .where(ATTACHMENT.CONTACT_MESSAGE_ID.eq(message.getId())))
                .execute();
    }
}
