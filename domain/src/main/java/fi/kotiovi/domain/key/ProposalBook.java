package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_PROPOSAL;

import fi.kotiovi.vocabulary.KeyProposalKind;
import fi.kotiovi.vocabulary.KeyProposalReason;
import fi.kotiovi.vocabulary.KeyProposalState;
import fi.kotiovi.vocabulary.LockSystem;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals of what to do about a lock whose key is missing: blocked if electronic, re-keyed if not. */
@Component
class ProposalBook {
    private final DSLContext db;
    private final ReturnDeadlines deadlines;

    ProposalBook(DSLContext db, ReturnDeadlines deadlines) {
        this.db = db;
        this.deadlines = deadlines;
    }

    /** Waits for the deadline of the lease when there is one ahead, else asks at once. */
    void forMissing(UUID key, UUID home, UUID resident, KeyProposalReason reason, OffsetDateTime now) {
        var due = deadlines.of(home, resident).map(ReturnDeadlines.Due::at).filter(at -> at.isAfter(now));
        write(key, resident, null, reason, due.orElse(now), due.isPresent(), now);
    }

    void forLost(UUID key, @Nullable UUID resident, OffsetDateTime now) {
        // what waited for a deadline need not wait any longer
        db.update(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.STATE, KeyProposalState.OPEN)
                .set(KEY_PROPOSAL.REASON, KeyProposalReason.LOST)
                .where(KEY_PROPOSAL.KEY_ID.eq(key))
                .and(KEY_PROPOSAL.STATE.eq(KeyProposalState.WAITING))
                .execute();
        write(key, resident, null, KeyProposalReason.LOST, now, false, now);
    }

    void forOverdue(UUID key, UUID resident, UUID tenancy, OffsetDateTime due, OffsetDateTime now) {
        write(key, resident, tenancy, KeyProposalReason.OVERDUE, due, false, now);
    }

    private void write(
            UUID key,
            @Nullable UUID resident,
            @Nullable UUID tenancy,
            KeyProposalReason reason,
            OffsetDateTime due,
            boolean waits,
            OffsetDateTime now) {
        var lock = db.select(KEY.LOCK_SYSTEM).from(KEY).where(KEY.ID.eq(key)).fetchSingle(KEY.LOCK_SYSTEM);
        db.insertInto(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.KEY_ID, key)
                .set(KEY_PROPOSAL.KIND, lock == LockSystem.ELECTRONIC ? KeyProposalKind.BLOCK : KeyProposalKind.REKEY)
                .set(KEY_PROPOSAL.REASON, reason)
                .set(KEY_PROPOSAL.STATE, waits ? KeyProposalState.WAITING : KeyProposalState.OPEN)
                .set(KEY_PROPOSAL.RESIDENT_ID, resident)
                .set(KEY_PROPOSAL.TENANCY_ID, tenancy)
                .set(KEY_PROPOSAL.DUE_AT, due)
                .set(KEY_PROPOSAL.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** The key is back: nothing has to be done. */
    void settle(UUID key, OffsetDateTime now) {
        db.update(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.STATE, KeyProposalState.SETTLED)
                .set(KEY_PROPOSAL.DECIDED_AT, now)
                .where(KEY_PROPOSAL.KEY_ID.eq(key))
                .and(KEY_PROPOSAL.STATE.in(KeyProposalState.WAITING, KeyProposalState.OPEN))
                .execute();
    }
}
