package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.CLOSED;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a matter that is out of the line: a correction to an answer, the word that was promised for later. */
@Service
public class Resumptions {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final ClerkHands hands;
    private final Threads threads;
    private final AnswerTimes times;
    private final Promises promises;

    Resumptions(
            DSLContext db,
            Callers callers,
            Clock clock,
            ClerkHands hands,
            Threads threads,
            AnswerTimes times,
            Promises promises) {
        this.times = times;
        this.promises = promises;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.hands = hands;
        this.threads = threads;
    }

    /** Takes it into the caller's hand. What waits in the line is taken in order and by nobody this way. */
    @Transactional
    public Resuming resume(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        hands.oneAtATime(me);
        if (!hands.areEmpty(me)) {
            return Resuming.HANDS_FULL;
        }
        var now = Helsinki.now(clock);
        var stood = db.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.STATE.in(ANSWERED, CLOSED, WAITING_INTERNAL, WAITING_RESIDENT))
                .forUpdate()
                .fetchOptional();
        if (stood.isEmpty()) {
            return Resuming.NOT_NOW;
        }
        var before = stood.get();
        var done = before.getState() == ANSWERED || before.getState() == CLOSED;
        db.update(CONTACT)
                .set(CONTACT.STATE, TAKEN)
                .set(CONTACT.HAND, 0)
                .set(CONTACT.OWNER_ID, me)
                .set(CONTACT.LEASE_UNTIL, now.plus(ContactQueue.LEASE))
                // what was done with begins anew; given back, it stands behind those who wait
                .set(CONTACT.ARRIVED_AT, done ? now : before.getArrivedAt())
                .set(CONTACT.PROMISED_BY, promised(before, done, now))
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.CLOSED_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(contact))
                .execute();
        threads.event(contact, ContactEventKind.RESUMED, now, me, "");
        return Resuming.IN_HAND;
    }

    private OffsetDateTime promised(ContactRecord before, boolean done, OffsetDateTime now) {
        var left = before.getMinutesLeft();
        if (done) {
            return times.promise(before.getTopicCode(), now);
        }
        return left == null ? before.getPromisedBy() : promises.afterOfficeTime(now, Duration.ofMinutes(left));
    }
}
