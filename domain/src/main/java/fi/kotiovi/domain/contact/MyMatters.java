package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CALL_BACK;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_RATING;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.CLOSED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.CallBackEnd;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactVerdict;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a resident does with an own contact besides writing: waits, closes it, says whether the answer helped. */
@Service
public class MyMatters {
    private static final Duration SHORT_LOOK = Duration.ofHours(1);
    private static final Duration LONG_LOOK = Duration.ofHours(3);

    /** Below this nothing is known about the pace. */
    private static final long FEW = 5;

    private static final int GRAIN_MINUTES = 5;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Promises promises;
    private final Threads threads;

    MyMatters(DSLContext db, Callers callers, Clock clock, Promises promises, Threads threads) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.promises = promises;
        this.threads = threads;
    }

    /**
     * How long it takes until somebody at a place in the line is taken, from the pace of the last hour and of the last
     * three. Nothing when few were taken, when the last hour stood still, or when it would not be today.
     */
    @Transactional(readOnly = true)
    public Optional<WaitingTime> guess(long place) {
        callers.resident();
        var now = Helsinki.now(clock);
        var lately = takenSince(now.minus(SHORT_LOOK), now);
        var before = takenSince(now.minus(LONG_LOOK), now);
        if (before < FEW || lately == 0) {
            return Optional.empty();
        }
        var one = SHORT_LOOK.multipliedBy(place).dividedBy(lately);
        var other = LONG_LOOK.multipliedBy(place).dividedBy(before);
        var guess = new WaitingTime(
                rounded(one.compareTo(other) < 0 ? one : other), rounded(one.compareTo(other) < 0 ? other : one));
        var closing = promises.endOf(Helsinki.today(clock));
        return now.plus(guess.most()).isAfter(closing) ? Optional.empty() : Optional.of(guess);
    }

    /** The matter is settled; nobody needs to answer. False while somebody is answering it, or when it is closed. */
    @Transactional
    public boolean close(UUID contact) {
        var me = callers.resident().id();
        var now = Helsinki.now(clock);
        var closed = db.update(CONTACT)
                .set(CONTACT.STATE, CLOSED)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .set(CONTACT.CLOSED_AT, now)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.RESIDENT_ID.eq(me))
                .and(CONTACT.STATE.in(NEW, ANSWERED, WAITING_INTERNAL, WAITING_RESIDENT))
                .execute();
        if (closed == 1) {
            threads.event(contact, ContactEventKind.CLOSED, now);
            db.update(CALL_BACK)
                    .set(CALL_BACK.ENDED, CallBackEnd.CANCELLED)
                    .set(CALL_BACK.ENDED_AT, now)
                    .where(CALL_BACK.CONTACT_ID.eq(contact))
                    .and(CALL_BACK.ENDED_AT.isNull())
                    .execute();
        }
        return closed == 1;
    }

    /** One tap, and a word when somebody has one; the last one counts. False before anybody has answered. */
    @Transactional
    public boolean rate(UUID contact, ContactVerdict verdict, String given) {
        var word = Storable.text(given).strip();
        if (word.codePointCount(0, word.length()) > Verdict.LONGEST_WORD || !isAnswered(contact)) {
            return false;
        }
        var now = Helsinki.now(clock);
        return db.insertInto(
                                CONTACT_RATING,
                                CONTACT_RATING.CONTACT_ID,
                                CONTACT_RATING.VERDICT,
                                CONTACT_RATING.WORD,
                                CONTACT_RATING.AT)
                        .values(contact, verdict, word, now)
                        .onConflict(CONTACT_RATING.CONTACT_ID)
                        .doUpdate()
                        .set(CONTACT_RATING.VERDICT, verdict)
                        .set(CONTACT_RATING.WORD, word)
                        .set(CONTACT_RATING.AT, now)
                        .execute()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Verdict> verdict(UUID contact) {
        callers.resident();
        return db.select(CONTACT_RATING.VERDICT, CONTACT_RATING.WORD)
                .from(CONTACT_RATING)
                .where(CONTACT_RATING.CONTACT_ID.eq(contact))
                .fetchOptional(mapping(Verdict::new));
    }

    private boolean isAnswered(UUID contact) {
        return db.fetchExists(selectOne()
                .from(CONTACT)
                .join(CONTACT_MESSAGE)
                .on(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.RESIDENT_ID.eq(callers.resident().id()))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.OUT))
                .and(Threads.hasLeft(Helsinki.now(clock))));
    }

    private long takenSince(OffsetDateTime since, OffsetDateTime until) {
        return db.select(Routines.takenSince(since, until)).fetchSingle().value1();
    }

    private static Duration rounded(Duration exact) {
        var minutes = Math.ceilDiv(exact.plusSeconds(59).toMinutes(), GRAIN_MINUTES) * GRAIN_MINUTES;
        return Duration.ofMinutes(Math.max(GRAIN_MINUTES, minutes));
    }
}
