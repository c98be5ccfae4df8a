package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.CLOSED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings back what was promised for today, and ends what nobody speaks of any more. */
@Service
public class ContactUpkeep {
    /** So long we wait for a word after an answer or a question. */
    public static final Duration SILENCE = Duration.ofDays(14);

    private static final int A_TICK = 200;

    private final DSLContext db;
    private final Clock clock;
    private final Threads threads;

    ContactUpkeep(DSLContext db, Clock clock, Threads threads) {
        this.db = db;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Puts what was promised for today back at its old place, for whoever promised as long as that person is present, in
     * the end for anybody. For the ticker; returns how many.
     */
    @Transactional
    public int returnDue() {
        var now = Helsinki.now(clock);
        var due = name("due")
                .fields("id")
                .asMaterialized(select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.STATE.eq(inline(WAITING_INTERNAL)))
                        .and(CONTACT.BACK_AT.le(now))
                        .orderBy(CONTACT.BACK_AT)
                        .limit(A_TICK)
                        .forUpdate()
                        .skipLocked());
        var returned = db.with(due)
                .update(CONTACT)
                .set(CONTACT.STATE, NEW)
                .setNull(CONTACT.BACK_AT)
                .set(CONTACT.MARK, ContactMark.PROMISE_DUE)
                .set(CONTACT.RESERVED_FOR, CONTACT.HANDLED_BY)
                .set(CONTACT.RESERVED_UNTIL, when(CONTACT.HANDLED_BY.isNotNull(), ContactPromises.beforeItIsLate()))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .from(due)
                .where(CONTACT.ID.eq(due.field("id", UUID.class)))
                .returningResult(CONTACT.ID)
                .fetch(CONTACT.ID);
        returned.forEach(contact -> threads.event(contact, ContactEventKind.PROMISE_DUE, now));
        return returned.size();
    }

    /**
     * Closes what nobody has said a word to for {@link #SILENCE} after our answer or question (domain.md section 5). A word
     * that comes later opens it again. For the ticker; returns how many.
     */
    @Transactional
    public int closeSilent() {
        var now = Helsinki.now(clock);
        var silent = name("silent")
                .fields("id")
                .asMaterialized(select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.STATE.in(inline(ANSWERED), inline(WAITING_RESIDENT)))
                        .and(CONTACT.SILENT_SINCE.le(now.minus(SILENCE)))
                        .orderBy(CONTACT.SILENT_SINCE)
                        .limit(A_TICK)
                        .forUpdate()
                        .skipLocked());
        var closed = db.with(silent)
                .update(CONTACT)
                .set(CONTACT.STATE, CLOSED)
                .set(CONTACT.CLOSED_AT, now)
                .setNull(CONTACT.MINUTES_LEFT)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .from(silent)
                .where(CONTACT.ID.eq(silent.field("id", UUID.class)))
                .returningResult(CONTACT.ID)
                .fetch(CONTACT.ID);
        closed.forEach(contact -> threads.event(contact, ContactEventKind.CLOSED, now));
        return closed.size();
    }
}
