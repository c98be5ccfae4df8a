package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_BEFORE_ANSWER;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_NOTE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk does with the contact in hand: read, note, answer, close. */
@Service
public class Answers {
    /** So long an answer can be held back after it was sent. */
    public static final Duration HELD = Duration.ofSeconds(10);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Threads threads;
    private final Drafts drafts;
    private final Outbox outbox;
    private final Attachments attachments;
    private final Promises promises;

    Answers(
            DSLContext db,
            Callers callers,
            Clock clock,
            Threads threads,
            Drafts drafts,
            Outbox outbox,
            Attachments attachments,
            Promises promises) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.threads = threads;
        this.drafts = drafts;
        this.outbox = outbox;
        this.attachments = attachments;
        this.promises = promises;
    }

    /** The messages, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> thread(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return threads.forStaff(contact);
    }

    @Transactional(readOnly = true)
    public List<Note> notes(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return threads.notes(contact);
    }

    /** Writes something for colleagues; it is never mailed. */
    @Transactional
    public void note(UUID contact, String given) {
        var body = Storable.text(given);
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        db.insertInto(CONTACT_NOTE, CONTACT_NOTE.CONTACT_ID, CONTACT_NOTE.BODY, CONTACT_NOTE.AT, CONTACT_NOTE.STAFF_ID)
                .values(contact, body, Helsinki.now(clock), me)
                .execute();
    }

    /**
     * Sends words to the resident, once per submission, and leaves the contact as the ending says. They leave the house
     * after {@link #HELD}; until then {@link Withdrawals} can hold them back.
     *
     * @param seen the newest message the clerk has on the screen
     */
    @Transactional
    public Answering answer(UUID contact, WriteAnswer answer, UUID seen, Ending ending) {
        var body = answer.body();
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (body.isBlank()) {
            return new Answering.Empty();
        }
        if (body.codePointCount(0, body.length()) > WriteContact.LONGEST_BODY) {
            return new Answering.TooLong();
        }
        if (answer.files().size() > WriteAnswer.MOST_FILES) {
            return new Answering.TooManyFiles();
        }
        var row = inHand(contact, me);
        if (db.fetchExists(CONTACT_MESSAGE, CONTACT_MESSAGE.SUBMISSION_ID.eq(answer.submission()))) {
            return new Answering.Answered();
        }
        if (row.isEmpty()) {
            drafts.saveAnswer(contact, body, answer.files());
            return new Answering.NotInHand();
        }
        var newer = newerThan(contact, seen);
        if (newer.isPresent()) {
            drafts.saveAnswer(contact, body, answer.files());
            return new Answering.NewerMessage(newer.get());
        }
        var now = Helsinki.now(clock);
        var leaves = now.plus(HELD);
        var message = db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, answer.submission())
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.OUT)
                .set(CONTACT_MESSAGE.BODY, body)
                .set(CONTACT_MESSAGE.AT, now)
                .set(CONTACT_MESSAGE.STAFF_ID, me)
                .set(CONTACT_MESSAGE.LEAVES_AT, leaves)
                .returningResult(CONTACT_MESSAGE.ID)
                .fetchSingle(mapping(id -> id));
        attachments.belongToMessage(message, answer.files());
        rememberHowItStood(contact, message);
        leave(contact, me, ending, now);
        threads.event(contact, ending.event(), now, me, "");
        if (ending.state() == ContactState.CLOSED) {
            threads.event(contact, ContactEventKind.CLOSED, now, me, "");
        }
        drafts.discardAnswer(contact);
        outbox.toWriter(contact, NotificationKind.CONTACT_ANSWERED, answersTo(contact), leaves);
        return new Answering.Answered();
    }

    /**
     * Closes without an answer, for instance when the matter was settled on the phone.
     *
     * @param seen the newest message the clerk has on the screen
     */
    @Transactional
    public Answering close(UUID contact, String reason, UUID seen) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (inHand(contact, me).isEmpty()) {
            return new Answering.NotInHand();
        }
        var newer = newerThan(contact, seen);
        if (newer.isPresent()) {
            return new Answering.NewerMessage(newer.get());
        }
        var now = Helsinki.now(clock);
        leave(contact, me, Ending.CLOSED, now);
        threads.event(contact, ContactEventKind.CLOSED, now, me, Storable.text(reason));
        drafts.discardAnswer(contact);
        return new Answering.Answered();
    }

    /** Locked against the resident's next message, so that none can slip in between looking and sending. */
    private Optional<UUID> inHand(UUID contact, UUID me) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .forUpdate()
                .fetchOptional(CONTACT.ID);
    }

    /** Which answer it is, counted from one: each is a letter of its own. */
    int answersTo(UUID contact) {
        return db.fetchCount(
                CONTACT_MESSAGE,
                CONTACT_MESSAGE.CONTACT_ID.eq(contact).and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.OUT)));
    }

    /** The resident's newest message, if it stands after the one that was seen. */
    private Optional<Message> newerThan(UUID contact, UUID seen) {
        return threads.forStaff(contact).reversed().stream()
                .takeWhile(message -> !message.id().equals(seen))
                .filter(Message::isInbound)
                .findFirst();
    }

    private void rememberHowItStood(UUID contact, UUID message) {
        var stood = select(
                        CONTACT.ID,
                        val(message),
                        CONTACT.ARRIVED_AT,
                        CONTACT.PROMISED_BY,
                        CONTACT.HANDLED_BY,
                        CONTACT.RETURNED_REASON,
                        CONTACT.SKIPS)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact));
        db.insertInto(
                        CONTACT_BEFORE_ANSWER,
                        CONTACT_BEFORE_ANSWER.CONTACT_ID,
                        CONTACT_BEFORE_ANSWER.MESSAGE_ID,
                        CONTACT_BEFORE_ANSWER.ARRIVED_AT,
                        CONTACT_BEFORE_ANSWER.PROMISED_BY,
                        CONTACT_BEFORE_ANSWER.HANDLED_BY,
                        CONTACT_BEFORE_ANSWER.RETURNED_REASON,
                        CONTACT_BEFORE_ANSWER.SKIPS)
                .select(stood)
                .onConflict(CONTACT_BEFORE_ANSWER.CONTACT_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private void leave(UUID contact, UUID me, Ending ending, OffsetDateTime now) {
        var waitsForResident = ending.state() == ContactState.WAITING_RESIDENT;
        db.update(CONTACT)
                .set(CONTACT.STATE, ending.state())
                .set(CONTACT.HANDLED_BY, me)
                .setNull(CONTACT.RESERVED_FOR)
                .setNull(CONTACT.RESERVED_UNTIL)
                .set(CONTACT.BACK_AT, ending.back())
                .set(CONTACT.PROMISED_BY, coalesce(val(ending.promisedBy(), CONTACT.PROMISED_BY), CONTACT.PROMISED_BY))
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .set(CONTACT.RETURNED_REASON, "")
                .setNull(CONTACT.MARK)
                .set(CONTACT.SKIPS, 0)
                .set(CONTACT.MINUTES_LEFT, waitsForResident ? minutesLeft(contact, now) : null)
                .set(CONTACT.SILENT_SINCE, now)
                .set(CONTACT.CLOSED_AT, ending.state() == ContactState.CLOSED ? now : null)
                .where(CONTACT.ID.eq(contact))
                .execute();
    }

    /** Office minutes until the promise; 0 when it is broken already. */
    private int minutesLeft(UUID contact, OffsetDateTime now) {
        var promisedBy = db.select(CONTACT.PROMISED_BY)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle(mapping(by -> by));
        return Math.toIntExact(promises.officeTimeBetween(now, promisedBy).toMinutes());
    }
}
