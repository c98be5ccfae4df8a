package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.NotificationState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what has to go out, in the transaction of its cause: if that is rolled back, so is this. The same cause,
 * kind and sequence is written once, however often it is asked for.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {
    private final DSLContext db;
    private final Clock clock;

    Outbox(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A mail to a resident; nothing happens for a resident without an address. */
    public void toResident(UUID resident, NotificationKind kind, UUID cause, int sequence) {
        var now = val(Helsinki.now(clock));
        db.insertInto(
                        NOTIFICATION,
                        NOTIFICATION.KIND,
                        NOTIFICATION.CAUSE_ID,
                        NOTIFICATION.SEQUENCE,
                        NOTIFICATION.CHANNEL,
                        NOTIFICATION.LANE,
                        NOTIFICATION.RECIPIENT,
                        NOTIFICATION.LANGUAGE,
                        NOTIFICATION.RESIDENT_ID,
                        NOTIFICATION.STATE,
                        NOTIFICATION.CREATED_AT,
                        NOTIFICATION.DUE_AT)
                .select(select(
                                val(kind),
                                val(cause),
                                val(sequence),
                                val(NotificationChannel.MAIL),
                                val(NotificationLane.NORMAL),
                                RESIDENT.EMAIL,
                                RESIDENT.LANGUAGE,
                                RESIDENT.ID,
                                val(NotificationState.PENDING),
                                now,
                                now)
                        .from(RESIDENT)
                        .where(RESIDENT.ID.eq(resident))
                        .and(RESIDENT.EMAIL.isNotNull()))
                .onConflictDoNothing()
                .execute();
    }

    /** A mail to whoever wrote a contact: to the address it came from, else the resident's; nothing without either. */
    public void toWriter(UUID contact, NotificationKind kind, int sequence) {
        toWriter(contact, kind, sequence, Helsinki.now(clock));
    }

    /** The same, not before {@code due}. */
    public void toWriter(UUID contact, NotificationKind kind, int sequence, OffsetDateTime due) {
        var now = val(Helsinki.now(clock));
        db.insertInto(
                        NOTIFICATION,
                        NOTIFICATION.KIND,
                        NOTIFICATION.CAUSE_ID,
                        NOTIFICATION.SEQUENCE,
                        NOTIFICATION.CHANNEL,
                        NOTIFICATION.LANE,
                        NOTIFICATION.RECIPIENT,
                        NOTIFICATION.LANGUAGE,
                        NOTIFICATION.RESIDENT_ID,
                        NOTIFICATION.STATE,
                        NOTIFICATION.CREATED_AT,
                        NOTIFICATION.DUE_AT)
                .select(select(
                                val(kind),
                                CONTACT.ID,
                                val(sequence),
                                val(NotificationChannel.MAIL),
                                val(NotificationLane.NORMAL),
                                coalesce(CONTACT.SENDER_ADDRESS, RESIDENT.EMAIL),
                                coalesce(RESIDENT.LANGUAGE, CONTACT.LANGUAGE),
                                CONTACT.RESIDENT_ID,
                                val(NotificationState.PENDING),
                                now,
                                val(due))
                        .from(CONTACT)
                        .leftJoin(RESIDENT)
                        .on(RESIDENT.ID.eq(CONTACT.RESIDENT_ID))
                        .where(CONTACT.ID.eq(contact))
                        .and(coalesce(CONTACT.SENDER_ADDRESS, RESIDENT.EMAIL).isNotNull()))
                .onConflictDoNothing()
                .execute();
    }

    /** A mail to a member of staff. */
    public void toStaff(UUID staff, NotificationKind kind, UUID cause, int sequence) {
        var now = val(Helsinki.now(clock));
        db.insertInto(
                        NOTIFICATION,
                        NOTIFICATION.KIND,
                        NOTIFICATION.CAUSE_ID,
                        NOTIFICATION.SEQUENCE,
                        NOTIFICATION.CHANNEL,
                        NOTIFICATION.LANE,
                        NOTIFICATION.RECIPIENT,
                        NOTIFICATION.LANGUAGE,
                        NOTIFICATION.STAFF_ID,
                        NOTIFICATION.STATE,
                        NOTIFICATION.CREATED_AT,
                        NOTIFICATION.DUE_AT)
                .select(select(
                                val(kind),
                                val(cause),
                                val(sequence),
                                val(NotificationChannel.MAIL),
                                val(NotificationLane.NORMAL),
                                STAFF.EMAIL,
                                STAFF.LANGUAGE,
                                STAFF.ID,
                                val(NotificationState.PENDING),
                                now,
                                now)
                        .from(STAFF)
                        .where(STAFF.ID.eq(staff)))
                .onConflictDoNothing()
                .execute();
    }

    /** A mail to the contractor who has borrowed a key; false for a loan without such an address. */
    public boolean toContractor(UUID loan, NotificationKind kind, int sequence) {
        var now = val(Helsinki.now(clock));
        return db.insertInto(
                                NOTIFICATION,
                                NOTIFICATION.KIND,
                                NOTIFICATION.CAUSE_ID,
                                NOTIFICATION.SEQUENCE,
                                NOTIFICATION.CHANNEL,
                                NOTIFICATION.LANE,
                                NOTIFICATION.RECIPIENT,
                                NOTIFICATION.LANGUAGE,
                                NOTIFICATION.STATE,
                                NOTIFICATION.CREATED_AT,
                                NOTIFICATION.DUE_AT)
                        .select(select(
                                        val(kind),
                                        KEY_LOAN.ID,
                                        val(sequence),
                                        val(NotificationChannel.MAIL),
                                        val(NotificationLane.NORMAL),
                                        KEY_LOAN.CONTRACTOR_EMAIL,
                                        coalesce(KEY_LOAN.CONTRACTOR_LANGUAGE, inline(Language.FI)),
                                        val(NotificationState.PENDING),
                                        now,
                                        now)
                                .from(KEY_LOAN)
                                .where(KEY_LOAN.ID.eq(loan))
                                .and(KEY_LOAN.CONTRACTOR_EMAIL.isNotNull()))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** An alert to a member of staff, by mail and by text message, on its own lane past all other mail. */
    public void alertStaff(UUID staff, UUID alert, int step) {
        var now = val(Helsinki.now(clock));
        for (var channel : NotificationChannel.values()) {
            db.insertInto(
                            NOTIFICATION,
                            NOTIFICATION.KIND,
                            NOTIFICATION.CAUSE_ID,
                            NOTIFICATION.SEQUENCE,
                            NOTIFICATION.CHANNEL,
                            NOTIFICATION.LANE,
                            NOTIFICATION.RECIPIENT,
                            NOTIFICATION.LANGUAGE,
                            NOTIFICATION.STAFF_ID,
                            NOTIFICATION.STATE,
                            NOTIFICATION.CREATED_AT,
                            NOTIFICATION.DUE_AT)
                    .select(select(
                                    val(NotificationKind.ALERT),
                                    val(alert),
                                    val(step),
                                    val(channel),
                                    val(NotificationLane.ALERT),
                                    channel == NotificationChannel.MAIL ? STAFF.EMAIL : STAFF.PHONE,
                                    STAFF.LANGUAGE,
                                    STAFF.ID,
                                    val(NotificationState.PENDING),
                                    now,
                                    now)
                            .from(STAFF)
                            .where(STAFF.ID.eq(staff)))
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
