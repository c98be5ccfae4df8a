package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CALL_BACK;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.CallBackEnd;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk calls whoever asked for it: three times, then by letter. */
@Service
public class CallBackDesk {
    /** So long after nobody answered it comes back, while the time to call lasts. */
    static final Duration AGAIN = Duration.ofMinutes(30);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Answers answers;
    private final CallBackHours hours;
    private final Threads threads;

    CallBackDesk(DSLContext db, Callers callers, Clock clock, Answers answers, CallBackHours hours, Threads threads) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.answers = answers;
        this.hours = hours;
        this.threads = threads;
    }

    /** The call that a contact asks for; empty for any other contact. */
    @Transactional(readOnly = true)
    public Optional<CallBack> of(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(
                        CALL_BACK.CONTACT_ID,
                        CALL_BACK.PHONE,
                        CALL_BACK.DURING.convertFrom(Span::of),
                        CALL_BACK.TRIES,
                        CALL_BACK.ENDED)
                .from(CALL_BACK)
                .where(CALL_BACK.CONTACT_ID.eq(contact))
                .fetchOptional(mapping(CallBack::of));
    }

    /** Somebody answered. The contact stays in hand: what was agreed is written, or it is closed. */
    @Transactional
    public CallingBack reached(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (!isInHand(contact, me)) {
            return CallingBack.NOT_IN_HAND;
        }
        return tried(contact, CallBackEnd.REACHED) ? CallingBack.REACHED : CallingBack.NOT_ASKED;
    }

    /**
     * Nobody answered. It comes back by itself, later in the time to call or at the next one; after the third try the
     * resident gets a letter instead.
     *
     * @param words of that letter, in the resident's language
     * @param seen the newest message the clerk has on the screen
     */
    @Transactional
    public CallingBack notReached(UUID contact, UUID submission, String words, UUID seen) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var call = of(contact);
        if (!isInHand(contact, me)) {
            return CallingBack.NOT_IN_HAND;
        }
        if (call.filter(CallBack::isOpen).isEmpty()) {
            return CallingBack.NOT_ASKED;
        }
        if (call.get().tries() + 1 < CallBack.MOST_TRIES) {
            tried(contact, null);
            leave(contact, me, again(contact, call.get()));
            return CallingBack.LATER;
        }
        if (!(answers.answer(contact, WriteAnswer.of(submission, words), seen, Ending.ANSWERED)
                instanceof Answering.Answered)) {
            return CallingBack.NEWER_MESSAGE;
        }
        tried(contact, CallBackEnd.NOT_REACHED);
        return CallingBack.WRITTEN;
    }

    /** Half an hour later, or when the office is at the telephone the next time. */
    private OffsetDateTime again(UUID contact, CallBack call) {
        var now = Helsinki.now(clock);
        var soon = now.plus(AGAIN);
        if (soon.isBefore(call.until())) {
            return soon;
        }
        var office = db.select(CONTACT.OFFICE_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle(r -> r.value1());
        return hours.windows(office, now).stream()
                .map(Span::from)
                .filter(from -> from.isAfter(now))
                .findFirst()
                .orElse(soon);
    }

    private void leave(UUID contact, UUID me, OffsetDateTime back) {
        db.update(CONTACT)
                .set(CONTACT.STATE, ContactState.WAITING_INTERNAL)
                .set(CONTACT.BACK_AT, back)
                .set(CONTACT.HANDLED_BY, me)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(contact))
                .execute();
        threads.event(contact, ContactEventKind.PROMISED, Helsinki.now(clock), me, "");
    }

    private boolean tried(UUID contact, @Nullable CallBackEnd end) {
        var now = Helsinki.now(clock);
        return db.update(CALL_BACK)
                        .set(CALL_BACK.TRIES, CALL_BACK.TRIES.plus(1))
                        .set(CALL_BACK.TRIED_AT, now)
                        .set(CALL_BACK.ENDED, end)
                        .set(CALL_BACK.ENDED_AT, end == null ? null : now)
                        .where(CALL_BACK.CONTACT_ID.eq(contact))
                        .and(CALL_BACK.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private boolean isInHand(UUID contact, UUID me) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }
}
