package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.vocabulary.ContactState.MERGED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a resident writes to the office, and how it stands in the line (domain.md section 5). */
@Service
public class MyContacts {
    private final DSLContext db;
    private final Topics topics;
    private final Callers callers;
    private final Clock clock;
    private final Residents residents;
    private final AnswerTimes times;
    private final Attachments attachments;
    private final Threads threads;
    private final Replies replies;

    MyContacts(
            DSLContext db,
            Callers callers,
            Clock clock,
            Residents residents,
            AnswerTimes times,
            Attachments attachments,
            Threads threads,
            Topics topics,
            Replies replies) {
        this.replies = replies;
        this.topics = topics;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.residents = residents;
        this.times = times;
        this.attachments = attachments;
        this.threads = threads;
    }

    @Transactional(readOnly = true)
    public List<Topic> topics() {
        return topics.inOrder();
    }

    /** Puts a new contact at the end of the line; sending the same submission twice sends it once. */
    @Transactional
    public Writing write(WriteContact message) {
        return write(message, ContactChannel.PORTAL_MESSAGE);
    }

    /** The same for what is said in a chat. */
    Writing write(WriteContact message, ContactChannel channel) {
        return write(message, channel, null);
    }

    /** The same for what is wanted at a later time: it comes to the line by itself when that begins. */
    Writing write(WriteContact message, ContactChannel channel, @Nullable Span when) {
        var me = callers.resident();
        var gaps = message.gaps();
        if (!gaps.isEmpty()) {
            return new Writing.Incomplete(gaps);
        }
        residents.oneAtATime();
        var before = ofSubmission(message.submission());
        if (before.isPresent()) {
            // Two windows may share a draft: what says something else, or another way, is another contact.
            return isTheSame(message, channel)
                    ? new Writing.Sent(before.get())
                    : write(message.again(channel.getLiteral()), channel, when);
        }
        var home = residents
                .myLatestHome()
                .orElseThrow(() -> new NotAllowedException("Somebody without a home is answered by phone."));
        var now = Helsinki.now(clock);
        var back = when != null && when.from().isAfter(now) ? when.from() : null;
        var contact = db.insertInto(CONTACT)
                .set(CONTACT.NUMBER, ShortNumbers.nextContact(now))
                .set(CONTACT.OFFICE_ID, home.office().id())
                .set(CONTACT.RESIDENT_ID, me.id())
                .set(CONTACT.HOME_ID, home.id())
                .set(CONTACT.CHANNEL, channel)
                .set(CONTACT.TOPIC_CODE, message.topic())
                .set(CONTACT.SUBJECT, message.subject().strip())
                .set(CONTACT.LANGUAGE, residents.contactable().language())
                .set(CONTACT.STATE, back == null ? NEW : WAITING_INTERNAL)
                .set(CONTACT.BACK_AT, back)
                .set(CONTACT.ARRIVED_AT, now)
                .set(CONTACT.PROMISED_BY, when == null ? times.promise(message.topic(), now) : when.until())
                .returningResult(CONTACT.ID)
                .fetchSingle(mapping(id -> id));
        threads.event(contact, ContactEventKind.ARRIVED, now);
        if (!inbound(contact, message.submission(), message.body(), message.files(), now)) {
            throw new NotAllowedException("Somebody else's submission: " + message.submission());
        }
        return new Writing.Sent(own(contact));
    }

    private boolean isTheSame(WriteContact message, ContactChannel channel) {
        return db.fetchExists(selectOne()
                .from(CONTACT_MESSAGE)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_MESSAGE.CONTACT_ID))
                .where(CONTACT_MESSAGE.SUBMISSION_ID.eq(message.submission()))
                .and(CONTACT_MESSAGE.BODY.eq(message.body()))
                .and(CONTACT.CHANNEL.eq(channel)));
    }

    /**
     * Adds to a contact; what that does to its place, {@link Replies} says. What was merged goes to the contact it is part
     * of.
     */
    @Transactional
    public Writing reply(UUID contact, UUID submission, String given, List<UUID> files) {
        var body = Storable.text(given);
        var gaps = WriteContact.gapsOfBody(body, files);
        if (!gaps.isEmpty()) {
            return new Writing.Incomplete(gaps);
        }
        var now = Helsinki.now(clock);
        var goesOn = db.select(CONTACT.MERGED_INTO)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.RESIDENT_ID.eq(callers.resident().id()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotAllowedException("Not a contact of this resident: " + contact))
                .value1();
        if (goesOn != null) {
            return reply(goesOn, submission, given, files);
        }
        if (inbound(contact, submission, body, files, now)) {
            replies.arrived(contact, now);
        }
        return new Writing.Sent(own(contact));
    }

    private boolean inbound(UUID contact, UUID submission, String body, List<UUID> files, OffsetDateTime now) {
        var message = db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, submission)
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                .set(CONTACT_MESSAGE.BODY, body)
                .set(CONTACT_MESSAGE.AT, now)
                .set(CONTACT_MESSAGE.RESIDENT_ID, callers.resident().id())
                .onConflict(CONTACT_MESSAGE.SUBMISSION_ID)
                .doNothing()
                .returningResult(CONTACT_MESSAGE.ID)
                .fetchOptional(CONTACT_MESSAGE.ID);
        message.ifPresent(id -> attachments.belongToMessage(id, files));
        return message.isPresent();
    }

    /** Own contacts, the latest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<MyContact> newestFirst(int offset, int limit) {
        var own = CONTACT.RESIDENT_ID.eq(callers.resident().id());
        return contacts(own.and(CONTACT.MERGED_INTO.isNull()), offset, limit);
    }

    @Transactional(readOnly = true)
    public Optional<MyContact> one(UUID contact) {
        return contacts(
                        CONTACT.ID
                                .eq(contact)
                                .and(CONTACT.RESIDENT_ID.eq(callers.resident().id())),
                        0,
                        1)
                .stream()
                .findFirst();
    }

    /** The messages of an own contact, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> thread(UUID contact) {
        own(contact);
        return threads.forResident(contact, Helsinki.now(clock));
    }

    private Optional<MyContact> ofSubmission(UUID submission) {
        return contacts(
                        CONTACT.ID.in(select(CONTACT_MESSAGE.CONTACT_ID)
                                .from(CONTACT_MESSAGE)
                                .where(CONTACT_MESSAGE.SUBMISSION_ID.eq(submission))),
                        0,
                        1)
                .stream()
                .findFirst();
    }

    private MyContact own(UUID contact) {
        return one(contact).orElseThrow(() -> new NotAllowedException("Not a contact of this resident: " + contact));
    }

    private List<MyContact> contacts(Condition condition, int offset, int limit) {
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        CONTACT.SUBJECT,
                        when(answerIsHeld(), inline(TAKEN)).otherwise(CONTACT.STATE),
                        CONTACT.ARRIVED_AT,
                        CONTACT.PROMISED_BY,
                        Routines.placeInLine(CONTACT.ID),
                        CONTACT.MERGED_INTO)
                .from(CONTACT)
                .join(CONTACT_TOPIC)
                .on(CONTACT_TOPIC.CODE.eq(CONTACT.TOPIC_CODE))
                .where(condition)
                .orderBy(CONTACT.ARRIVED_AT.desc(), CONTACT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(MyContact::new));
    }

    /** Somebody has answered and may still hold it back: until then that person is at it. */
    private Condition answerIsHeld() {
        return CONTACT.STATE
                .notIn(inline(NEW), inline(MERGED))
                .and(exists(selectOne()
                        .from(CONTACT_MESSAGE)
                        .where(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                        .andNot(Threads.hasLeft(Helsinki.now(clock)))));
    }
}
