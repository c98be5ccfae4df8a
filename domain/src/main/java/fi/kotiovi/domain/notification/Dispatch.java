package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.NotificationState.CLAIMED;
import static fi.kotiovi.vocabulary.NotificationState.FAILED;
import static fi.kotiovi.vocabulary.NotificationState.PENDING;
import static fi.kotiovi.vocabulary.NotificationState.SENDING;
import static fi.kotiovi.vocabulary.NotificationState.SENT;
import static fi.kotiovi.vocabulary.NotificationState.SKIPPED;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.NotificationLane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out what has to be sent, once: claim, open, send outside any transaction, report. A sender that dies before the
 * socket opened loses nothing; one that dies after it sends again under the same Message-ID (field-notes.md 6.4).
 */
@Service
public class Dispatch {
    /** Longer than all timeouts of a mail server together, so that nobody sends what is still being sent. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** Why a letter was not sent: the matter had moved on. */
    public static final String OVERTAKEN = "OVERTAKEN";

    /** Why a letter is sent again: nobody knows whether the first try arrived. */
    public static final String PERHAPS_SENT = "PERHAPS_SENT";

    private static final int MOST_ATTEMPTS = 8;
    private static final int LONGEST_REASON = 500;

    private final DSLContext db;
    private final Clock clock;
    private final LetterContents contents;

    Dispatch(DSLContext db, Clock clock, LetterContents contents) {
        this.db = db;
        this.clock = clock;
        this.contents = contents;
    }

    /** Takes what is due on a lane, the oldest first, at most {@code limit}. */
    @Transactional
    public List<UUID> claim(NotificationLane lane, int limit) {
        var now = Helsinki.now(clock);
        var due = name("due")
                .fields("id")
                .asMaterialized(select(NOTIFICATION.ID)
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.LANE.eq(lane))
                        .and(NOTIFICATION.STATE.eq(inline(PENDING)))
                        .and(NOTIFICATION.DUE_AT.le(now))
                        .orderBy(NOTIFICATION.DUE_AT, NOTIFICATION.ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked());
        return db.with(due)
                .update(NOTIFICATION)
                .set(NOTIFICATION.STATE, CLAIMED)
                .set(NOTIFICATION.LEASE_UNTIL, now.plus(LEASE))
                .from(due)
                .where(NOTIFICATION.ID.eq(due.field("id", UUID.class)))
                .returningResult(NOTIFICATION.ID)
                .fetch(NOTIFICATION.ID);
    }

    /**
     * Says what a claimed letter contains as things stand now, and marks it as being sent. Empty when it is not ours any
     * more, or need not go out any more: then the reason is kept.
     */
    @Transactional
    public Optional<Letter> open(UUID notification, String mailDomain) {
        var claimed = db.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.ID.eq(notification))
                .and(NOTIFICATION.STATE.eq(CLAIMED))
                .forUpdate()
                .fetchOptional();
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        var row = claimed.get();
        var content = contents.of(row.getKind(), row.getCauseId(), row.getSequence());
        if (content.isEmpty()) {
            db.update(NOTIFICATION)
                    .set(NOTIFICATION.STATE, SKIPPED)
                    .setNull(NOTIFICATION.LEASE_UNTIL)
                    .set(NOTIFICATION.REASON, OVERTAKEN)
                    .where(NOTIFICATION.ID.eq(notification))
                    .execute();
            return Optional.empty();
        }
        var messageId = "<" + notification + "@" + mailDomain + ">";
        db.update(NOTIFICATION)
                .set(NOTIFICATION.STATE, SENDING)
                .set(NOTIFICATION.ATTEMPTS, NOTIFICATION.ATTEMPTS.plus(1))
                .set(NOTIFICATION.LEASE_UNTIL, Helsinki.now(clock).plus(LEASE))
                .set(NOTIFICATION.MESSAGE_ID, messageId)
                .where(NOTIFICATION.ID.eq(notification))
                .execute();
        return Optional.of(new Letter(
                notification,
                row.getKind(),
                row.getChannel(),
                row.getRecipient(),
                row.getLanguage(),
                nameOf(notification),
                messageId,
                content.get()));
    }

    private String nameOf(UUID notification) {
        // a walk-in has no name, and a contractor only the one that the desk wrote down
        return db.select(coalesce(RESIDENT.GIVEN_NAME, STAFF.GIVEN_NAME, KEY_LOAN.CONTRACTOR, inline("")))
                .from(NOTIFICATION)
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(NOTIFICATION.RESIDENT_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(NOTIFICATION.STAFF_ID))
                .leftJoin(KEY_LOAN)
                .on(KEY_LOAN.ID.eq(NOTIFICATION.CAUSE_ID))
                .where(NOTIFICATION.ID.eq(notification))
                .fetchSingle(mapping(name -> name));
    }

    /** The mail server has accepted it; what it said is kept for the office to read. */
    @Transactional
    public void sent(UUID notification, String subject, String body) {
        db.update(NOTIFICATION)
                .set(NOTIFICATION.STATE, SENT)
                .set(NOTIFICATION.SENT_AT, Helsinki.now(clock))
                .setNull(NOTIFICATION.LEASE_UNTIL)
                .setNull(NOTIFICATION.REASON)
                .set(NOTIFICATION.SUBJECT, subject)
                .set(NOTIFICATION.BODY, body)
                .where(NOTIFICATION.ID.eq(notification))
                .and(NOTIFICATION.STATE.eq(SENDING))
                .execute();
    }

    /** It was refused: tried again later, each time after twice the wait, and given up after eight tries. */
    @Transactional
    public void failed(UUID notification, String reason) {
        var attempts = db.select(NOTIFICATION.ATTEMPTS)
                .from(NOTIFICATION)
                .where(NOTIFICATION.ID.eq(notification))
                .fetchSingle(mapping(count -> count));
        var again = attempts < MOST_ATTEMPTS;
        db.update(NOTIFICATION)
                .set(NOTIFICATION.STATE, again ? PENDING : FAILED)
                .set(NOTIFICATION.DUE_AT, Helsinki.now(clock).plusSeconds(10L << attempts))
                .setNull(NOTIFICATION.LEASE_UNTIL)
                .set(
                        NOTIFICATION.REASON,
                        Storable.text(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason))
                .where(NOTIFICATION.ID.eq(notification))
                .and(NOTIFICATION.STATE.eq(SENDING))
                .execute();
    }

    /** Puts back what a dead sender held, and gives up on what kills its senders; returns how many. For the ticker. */
    @Transactional
    public int recover() {
        return db.update(NOTIFICATION)
                .set(
                        NOTIFICATION.STATE,
                        when(NOTIFICATION.ATTEMPTS.lt(MOST_ATTEMPTS), val(PENDING))
                                .otherwise(val(FAILED)))
                .setNull(NOTIFICATION.LEASE_UNTIL)
                .set(
                        NOTIFICATION.REASON,
                        when(NOTIFICATION.STATE.eq(SENDING), val(PERHAPS_SENT)).otherwise(NOTIFICATION.REASON))
                .where(NOTIFICATION.STATE.in(inline(CLAIMED), inline(SENDING)))
                .and(NOTIFICATION.LEASE_UNTIL.le(Helsinki.now(clock)))
                .execute();
    }
}
