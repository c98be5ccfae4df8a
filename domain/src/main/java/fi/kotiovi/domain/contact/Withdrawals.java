package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_BEFORE_ANSWER;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.vocabulary.ContactState.MERGED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.db.Routines;
import fi.kotiovi.db.tables.records.ContactBeforeAnswerRecord;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds back an answer that has not left yet: the wrong person, the wrong file, half a sentence. */
@Service
public class Withdrawals {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Answers answers;
    private final ClerkHands hands;
    private final Threads threads;
    private final Drafts drafts;

    Withdrawals(
            DSLContext db,
            Callers callers,
            Clock clock,
            Answers answers,
            ClerkHands hands,
            Threads threads,
            Drafts drafts) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.answers = answers;
        this.hands = hands;
        this.threads = threads;
        this.drafts = drafts;
    }

    /**
     * Takes the caller's own answer back within {@link Answers#HELD} of sending. Nobody outside has seen it; its words and
     * files are the caller's draft again, and the contact stands where it stood.
     */
    @Transactional
    public Withdrawing withdraw(UUID contact, UUID submission) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var now = Helsinki.now(clock);
        hands.oneAtATime(me);
        var state = db.select(CONTACT.STATE)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .forUpdate()
                .fetchOptional(CONTACT.STATE);
        var answer = db.select(CONTACT_MESSAGE.ID, CONTACT_MESSAGE.BODY)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.SUBMISSION_ID.eq(submission))
                .and(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .fetchOptional(mapping(Words::new));
        if (state.isEmpty() || answer.isEmpty()) {
            return Withdrawing.TOO_LATE;
        }
        var words = answer.get();
        // somebody else has answered since, or made it part of another: what would be taken back is not the last word
        if (state.get() == MERGED || !words.id.equals(lastAnswer(contact))) {
            return Withdrawing.TOO_LATE;
        }
        var files = db.select(ATTACHMENT.ID)
                .from(ATTACHMENT)
                .where(ATTACHMENT.CONTACT_MESSAGE_ID.eq(words.id))
                .orderBy(ATTACHMENT.ID)
                .fetch(mapping(id -> id));
        if (!withdrawn(words.id, me, answers.answersTo(contact), now)) {
            return Withdrawing.TOO_LATE;
        }
        drafts.saveAnswer(contact, words.body, files);
        threads.event(contact, ContactEventKind.ANSWER_WITHDRAWN, now, me, "");
        var before = db.selectFrom(CONTACT_BEFORE_ANSWER)
                .where(CONTACT_BEFORE_ANSWER.CONTACT_ID.eq(contact))
                .and(CONTACT_BEFORE_ANSWER.MESSAGE_ID.eq(words.id))
                .fetchSingle();
        if (state.get() == NEW || state.get() == TAKEN) {
            keepPlace(contact, before);
            return Withdrawing.IN_LINE;
        }
        return comeBack(contact, before, me, now);
    }

    private @Nullable UUID lastAnswer(UUID contact) {
        return db.select(CONTACT_MESSAGE.ID)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.OUT))
                .orderBy(CONTACT_MESSAGE.ID.desc())
                .limit(1)
                .fetchOne(CONTACT_MESSAGE.ID);
    }

    /** A word that came in between brought it back as if it had been answered; it has not been. */
    private void keepPlace(UUID contact, ContactBeforeAnswerRecord before) {
        db.update(CONTACT)
                .set(CONTACT.ARRIVED_AT, before.getArrivedAt())
                .set(CONTACT.PROMISED_BY, before.getPromisedBy())
                .where(CONTACT.ID.eq(contact))
                .execute();
    }

    private boolean withdrawn(UUID answer, UUID me, int sequence, OffsetDateTime now) {
        return db.select(Routines.withdrawAnswer(answer, me, sequence, now))
                .fetchSingle()
                .value1();
    }

    private Withdrawing comeBack(UUID contact, ContactBeforeAnswerRecord before, UUID me, OffsetDateTime now) {
        var free = hands.areEmpty(me);
        var back = db.update(CONTACT)
                .set(CONTACT.STATE, free ? TAKEN : NEW)
                .set(CONTACT.HAND, 0)
                .set(CONTACT.OWNER_ID, free ? me : null)
                .set(CONTACT.LEASE_UNTIL, free ? now.plus(ContactQueue.LEASE) : null)
                .set(CONTACT.PROMISED_BY, before.getPromisedBy())
                .set(CONTACT.MARK, ContactMark.ANSWER_WITHDRAWN)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.CLOSED_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1));
        (free
                        ? back.set(CONTACT.HANDLED_BY, before.getHandledBy())
                                .set(CONTACT.RETURNED_REASON, before.getReturnedReason())
                                .set(CONTACT.SKIPS, before.getSkips())
                        : back.set(CONTACT.RESERVED_FOR, me)
                                .set(CONTACT.RESERVED_UNTIL, ContactPromises.beforeItIsLate()))
                .where(CONTACT.ID.eq(contact))
                .execute();
        return free ? Withdrawing.IN_HAND : Withdrawing.IN_LINE;
    }

    private record Words(UUID id, String body) {}
}
