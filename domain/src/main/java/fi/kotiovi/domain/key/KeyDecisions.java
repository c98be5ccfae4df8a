package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.KEY_PROPOSAL;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.vocabulary.KeyProposalState.ACCEPTED;
import static fi.kotiovi.vocabulary.KeyProposalState.DECLINED;
import static fi.kotiovi.vocabulary.KeyProposalState.OPEN;
import static fi.kotiovi.vocabulary.KeyProposalState.WAITING;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyProposalKind;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lost keys: reported, found again, and what becomes of the lock. The program proposes, a person decides. */
@Service
public class KeyDecisions {
    private static final Set<KeyState> LOSABLE = EnumSet.of(
            KeyState.IN_STORE, KeyState.RESERVED, KeyState.READY_FOR_PICKUP, KeyState.HANDED_OUT, KeyState.LOANED);
    private static final Set<KeyState> FINDABLE = EnumSet.of(KeyState.LOST, KeyState.BLOCKED);

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final ProposalBook proposals;

    KeyDecisions(DSLContext db, Clerks clerks, Clock clock, KeyRows rows, KeyLedger ledger, ProposalBook proposals) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.rows = rows;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /** A key is gone, wherever it was; empty when it cannot be lost from where it is. */
    @Transactional
    public Optional<Key> reportLost(UUID key) {
        var clerk = clerks.here();
        var one = lock(key, clerk);
        if (!LOSABLE.contains(one.state())) {
            return Optional.empty();
        }
        lose(one, clerk);
        return rows.one(KEY.ID.eq(key));
    }

    private void lose(Key key, Clerk clerk) {
        var now = Helsinki.now(clock);
        proposals.forLost(key.id(), key.holderId(), now);
        gone(key, clerk, now);
    }

    private void gone(Key key, Clerk clerk, OffsetDateTime now) {
        ledger.state(List.of(key.id()), KeyState.LOST);
        ledger.toNobody(key.id(), now);
        endLoan(key.id(), clerk.id(), now);
        ledger.log(key.id(), KeyEventKind.LOST, clerk.id(), "", now);
    }

    private void endLoan(UUID key, UUID clerk, OffsetDateTime now) {
        db.update(KEY_LOAN)
                .set(KEY_LOAN.RETURNED_AT, now)
                .set(KEY_LOAN.RETURNED_TO, clerk)
                .setNull(KEY_LOAN.NEXT_AT)
                .where(KEY_LOAN.KEY_ID.eq(key))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .execute();
    }

    /** It has turned up and hangs on its hook again; empty when it was not lost, or its lock has been changed. */
    @Transactional
    public Optional<Key> found(UUID key) {
        var clerk = clerks.here();
        var one = lock(key, clerk);
        if (!FINDABLE.contains(one.state())) {
            return Optional.empty();
        }
        var now = Helsinki.now(clock);
        ledger.state(List.of(key), KeyState.IN_STORE);
        ledger.toOffice(key, null, now);
        proposals.settle(key, now);
        ledger.log(key, KeyEventKind.FOUND, clerk.id(), "", now);
        return rows.one(KEY.ID.eq(key));
    }

    /** What waits for a decision, and after it what waits for a deadline. */
    @Transactional(readOnly = true)
    public List<Proposal> open(int offset, int limit) {
        var office = clerks.here().office();
        var found = db.select(
                        KEY_PROPOSAL.ID,
                        KEY_PROPOSAL.KEY_ID,
                        KEY_PROPOSAL.KIND,
                        KEY_PROPOSAL.REASON,
                        KEY_PROPOSAL.STATE,
                        when(RESIDENT.ID.isNotNull(), concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME)),
                        KEY_PROPOSAL.DUE_AT)
                .from(KEY_PROPOSAL)
                .join(KEY)
                .on(KEY.ID.eq(KEY_PROPOSAL.KEY_ID))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_PROPOSAL.RESIDENT_ID))
                .where(KEY.OFFICE_ID.eq(office))
                .and(KEY_PROPOSAL.STATE.in(inline(OPEN), inline(WAITING)))
                .orderBy(KEY_PROPOSAL.STATE.desc(), KEY_PROPOSAL.DUE_AT, KEY_PROPOSAL.ID)
                .offset(offset)
                .limit(limit)
                .fetch();
        var keys = rows.list(KEY.ID.in(found.getValues(KEY_PROPOSAL.KEY_ID)), limit).stream()
                .collect(Collectors.toMap(Key::id, key -> key));
        return found.map(r -> new Proposal(
                r.value1(),
                Objects.requireNonNull(keys.get(r.value2())),
                r.value3(),
                r.value4(),
                r.value5(),
                r.value6(),
                r.value7()));
    }

    /**
     * Orders what was proposed, or not.
     *
     * @param invoice whether the resident pays
     * @return false when somebody else has decided, or the key has come back
     */
    @Transactional
    public boolean decide(UUID proposal, boolean accept, boolean invoice, String note) {
        var clerk = clerks.here();
        var open = db.select(KEY_PROPOSAL.KEY_ID, KEY_PROPOSAL.KIND)
                .from(KEY_PROPOSAL)
                .where(KEY_PROPOSAL.ID.eq(proposal))
                .and(KEY_PROPOSAL.STATE.in(OPEN, WAITING))
                .fetchOptional();
        if (open.isEmpty()) {
            return false;
        }
        var key = lock(open.get().value1(), clerk);
        var now = Helsinki.now(clock);
        var decided = db.update(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.STATE, accept ? ACCEPTED : DECLINED)
                .set(KEY_PROPOSAL.DECIDED_AT, now)
                .set(KEY_PROPOSAL.DECIDED_BY, clerk.id())
                .set(KEY_PROPOSAL.INVOICED, accept && invoice)
                .set(KEY_PROPOSAL.NOTE, note.strip())
                .where(KEY_PROPOSAL.ID.eq(proposal))
                .and(KEY_PROPOSAL.STATE.in(OPEN, WAITING))
                .execute();
        if (decided == 0) {
            return false;
        }
        if (accept) {
            carryOut(key, open.get().value2(), clerk);
        }
        return true;
    }

    private void carryOut(Key key, KeyProposalKind kind, Clerk clerk) {
        var now = Helsinki.now(clock);
        if (key.state() != KeyState.LOST) {
            gone(key, clerk, now);
        }
        var block = kind == KeyProposalKind.BLOCK;
        ledger.state(List.of(key.id()), block ? KeyState.BLOCKED : KeyState.REKEY_ORDERED);
        ledger.log(key.id(), block ? KeyEventKind.BLOCKED : KeyEventKind.REKEY_ORDERED, clerk.id(), "", now);
    }

    private Key lock(UUID key, Clerk clerk) {
        rows.lock(List.of(key));
        return rows.one(KEY.ID.eq(key).and(KEY.OFFICE_ID.eq(clerk.office())))
                .orElseThrow(() -> new NotAllowedException("Not a key of this office: " + key));
    }
}
