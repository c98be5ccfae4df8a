package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_STAGING;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyState;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what happens to keys: the state, the custody of every instant, and the link in the log. Whoever calls has
 * locked the keys; the log is written last, because from its first line on all other writers wait.
 */
@Component
class KeyLedger {
    private final DSLContext db;

    KeyLedger(DSLContext db) {
        this.db = db;
    }

    void state(Collection<UUID> keys, KeyState to) {
        db.update(KEY).set(KEY.STATE, to).where(KEY.ID.in(keys)).execute();
    }

    /** The key hangs at the office from now on. */
    void toOffice(UUID key, @Nullable UUID visit, OffsetDateTime now) {
        custody(key, KeyHolder.OFFICE, null, null, visit, now);
    }

    void toResident(UUID key, UUID resident, @Nullable UUID visit, OffsetDateTime now) {
        custody(key, KeyHolder.RESIDENT, resident, null, visit, now);
    }

    void toCrew(UUID key, @Nullable UUID crew, OffsetDateTime now) {
        custody(key, crew == null ? KeyHolder.CONTRACTOR : KeyHolder.CREW, null, crew, null, now);
    }

    /** Nobody has it any more: lost, or put out of use. So nobody fetches it either, nor finds it laid out for a visit. */
    void toNobody(UUID key, OffsetDateTime now) {
        end(key, now);
        db.deleteFrom(KEY_STAGING).where(KEY_STAGING.KEY_ID.eq(key)).execute();
        db.update(KEY_ORDER)
                .set(KEY_ORDER.STATE, KeyOrderState.CANCELLED)
                .set(KEY_ORDER.CLOSED_AT, now)
                .where(KEY_ORDER.KEY_ID.eq(key))
                .and(KEY_ORDER.CLOSED_AT.isNull())
                .execute();
    }

    private void custody(
            UUID key,
            KeyHolder holder,
            @Nullable UUID resident,
            @Nullable UUID crew,
            @Nullable UUID visit,
            OffsetDateTime now) {
        var from = end(key, now);
        db.insertInto(KEY_CUSTODY)
                .set(KEY_CUSTODY.KEY_ID, key)
                .set(KEY_CUSTODY.DURING, OffsetDateTimeRange.offsetDateTimeRange(from, true, null, false))
                .set(KEY_CUSTODY.HOLDER, holder)
                .set(KEY_CUSTODY.RESIDENT_ID, resident)
                .set(KEY_CUSTODY.CREW_ID, crew)
                .set(KEY_CUSTODY.VISIT_ID, visit)
                .execute();
    }

    /** Ends the open custody and returns from when the next one runs: never the same microsecond, for no custody is empty. */
    private OffsetDateTime end(UUID key, OffsetDateTime now) {
        var open = db.select(KEY_CUSTODY.DURING)
                .from(KEY_CUSTODY)
                .where(KEY_CUSTODY.KEY_ID.eq(key))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .fetchOptional(KEY_CUSTODY.DURING);
        if (open.isEmpty()) {
            return now;
        }
        var start = Ranges.start(open.get());
        var moment = now.truncatedTo(ChronoUnit.MICROS);
        var until = start.isBefore(moment) ? moment : start.plus(1, ChronoUnit.MICROS);
        db.update(KEY_CUSTODY)
                .set(KEY_CUSTODY.DURING, Ranges.range(start, until))
                .where(KEY_CUSTODY.KEY_ID.eq(key))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .execute();
        return until;
    }

    /** The next link of the log. */
    void log(Entry entry, OffsetDateTime now) {
        db.insertInto(KEY_EVENT)
                .set(KEY_EVENT.KEY_ID, entry.key)
                .set(KEY_EVENT.KIND, entry.kind)
                .set(KEY_EVENT.AT, now)
                .set(KEY_EVENT.STAFF_ID, entry.staff)
                .set(KEY_EVENT.VISIT_ID, entry.visit)
                .set(KEY_EVENT.RESIDENT_ID, entry.resident)
                .set(KEY_EVENT.ID_KIND, entry.idKind)
                .set(KEY_EVENT.HANDOVER_ID, entry.handover)
                .set(KEY_EVENT.LOAN_ID, entry.loan)
                .set(KEY_EVENT.NOTE, entry.note)
                .execute();
    }

    void log(UUID key, KeyEventKind kind, UUID staff, String note, OffsetDateTime now) {
        log(new Entry(key, kind, staff, null, null, null, null, null, note), now);
    }

    /** One thing that happened to one key. */
    record Entry(
            UUID key,
            KeyEventKind kind,
            UUID staff,
            @Nullable UUID visit,
            @Nullable UUID resident,
            @Nullable IdKind idKind,
            @Nullable UUID handover,
            @Nullable UUID loan,
            String note) {}
}
