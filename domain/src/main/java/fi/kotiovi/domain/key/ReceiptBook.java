package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_HANDOVER;
import static fi.kotiovi.db.Tables.KEY_HANDOVER_KEY;
import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_STAGING;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.key.ServedVisits.Served;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyDirection;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the signed receipt of a handing over, and the letter that carries it. */
@Component
class ReceiptBook {
    private final DSLContext db;
    private final Outbox outbox;

    ReceiptBook(DSLContext db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    Written write(
            KeyDirection direction,
            Served who,
            @Nullable IdKind idKind,
            Clerk clerk,
            Signature signature,
            Map<UUID, KeyOutcome> keys,
            OffsetDateTime now) {
        var written = db.insertInto(KEY_HANDOVER)
                .set(KEY_HANDOVER.NUMBER, ShortNumbers.nextReceipt(now))
                .set(KEY_HANDOVER.DIRECTION, direction)
                .set(KEY_HANDOVER.OFFICE_ID, who.office())
                .set(KEY_HANDOVER.HOME_ID, who.home())
                .set(KEY_HANDOVER.VISIT_ID, who.visit())
                .set(KEY_HANDOVER.TICKET_ID, who.ticket())
                .set(KEY_HANDOVER.RESIDENT_ID, who.resident())
                .set(KEY_HANDOVER.ID_KIND, idKind)
                .set(KEY_HANDOVER.STAFF_ID, clerk.id())
                .set(KEY_HANDOVER.AT, now)
                .set(KEY_HANDOVER.SIGNING, signature.signing())
                .set(KEY_HANDOVER.SIGNATURE, signature.image())
                .set(KEY_HANDOVER.SIGNED_NAME, signature.name())
                .returningResult(KEY_HANDOVER.ID, KEY_HANDOVER.NUMBER)
                .fetchSingle(r -> new Written(r.value1(), r.value2()));
        var items = db.insertInto(
                KEY_HANDOVER_KEY, KEY_HANDOVER_KEY.HANDOVER_ID, KEY_HANDOVER_KEY.KEY_ID, KEY_HANDOVER_KEY.OUTCOME);
        for (var key : keys.entrySet()) {
            items = items.values(written.id, key.getKey(), key.getValue());
        }
        items.execute();
        outbox.toResident(who.resident(), NotificationKind.KEY_RECEIPT, written.id, 1);
        return written;
    }

    /** What was ordered or put ready for somebody is with them now. */
    void closeOrders(Collection<UUID> keys, OffsetDateTime now) {
        db.update(KEY_ORDER)
                .set(KEY_ORDER.STATE, KeyOrderState.FETCHED)
                .set(KEY_ORDER.CLOSED_AT, now)
                .where(KEY_ORDER.KEY_ID.in(keys))
                .and(KEY_ORDER.CLOSED_AT.isNull())
                .execute();
        db.deleteFrom(KEY_STAGING).where(KEY_STAGING.KEY_ID.in(keys)).execute();
    }

    /** A receipt that has just been written. */
    record Written(UUID id, String number) {}
}
