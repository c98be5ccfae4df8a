package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_NOTE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
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
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Threads threads;
    private final Drafts drafts;
    private final Outbox outbox;

    Answers(DSLContext db, Callers callers, Clock clock, Threads threads, Drafts drafts, Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.threads = threads;
        this.drafts = drafts;
        this.outbox = outbox;
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
     * Sends an answer, once per submission.
     *
     * @param seen the newest message the clerk has on the screen
     * @param close whether the matter is done with it; otherwise it waits for what the resident says
     */
    @Transactional
    public Answering answer(UUID contact, UUID submission, String given, UUID seen, boolean close) {
        return answer(contact, submission, given, seen, close ? Ending.CLOSED : Ending.ANSWERED);
    }

    /** Sends words to the resident and leaves the contact as the ending says. */
    @Transactional
    Answering answer(UUID contact, UUID submission, String given, UUID seen, Ending ending) {
        var body = Storable.text(given);
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (body.isBlank()) {
            return new Answering.Empty();
        }
        if (body.codePointCount(0, body.length()) > WriteContact.LONGEST_BODY) {
            return new Answering.TooLong();
        }
        var row = inHand(contact, me);
        if (db.fetchExists(CONTACT_MESSAGE, CONTACT_MESSAGE.SUBMISSION_ID.eq(submission))) {
            return new Answering.Answered();
        }
        if (row.isEmpty()) {
            drafts.saveAnswer(contact, body);
            return new Answering.NotInHand();
        }
        var newer = newerThan(contact, seen);
        if (newer.isPresent()) {
            drafts.saveAnswer(contact, body);
            return new Answering.NewerMessage(newer.get());
        }
        var now = Helsinki.now(clock);
        db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, submission)
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.OUT)
                .set(CONTACT_MESSAGE.BODY, body)
                .set(CONTACT_MESSAGE.AT, now)
                .set(CONTACT_MESSAGE.STAFF_ID, me)
                .execute();
        leave(contact, me, ending, now);
        threads.event(contact, ending.event(), now, me, "");
        if (ending.state() == ContactState.CLOSED) {
            threads.event(contact, ContactEventKind.CLOSED, now, me, "");
        }
        drafts.discardAnswer(contact);
        outbox.toWriter(contact, NotificationKind.CONTACT_ANSWERED, answersTo(contact));
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
    private int answersTo(UUID contact) {
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

    private void leave(UUID contact, UUID me, Ending ending, OffsetDateTime now) {
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
                .set(CONTACT.CLOSED_AT, ending.state() == ContactState.CLOSED ? now : null)
                .where(CONTACT.ID.eq(contact))
                .execute();
    }
}
