package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;

import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.key.KeyLedger.Entry;
import fi.kotiovi.domain.key.ServedVisits.Served;
import fi.kotiovi.vocabulary.KeyDirection;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.KeyProposalReason;
import fi.kotiovi.vocabulary.KeyState;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows when keys come back, and when some do not. */
@Component
class KeyReturns {
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final ReceiptBook receipts;
    private final ProposalBook proposals;

    KeyReturns(KeyRows rows, KeyLedger ledger, ReceiptBook receipts, ProposalBook proposals) {
        this.rows = rows;
        this.ledger = ledger;
        this.receipts = receipts;
        this.proposals = proposals;
    }

    /** The keys are locked and are where they should be. */
    Handover.Done take(Served from, Brought brought, Clerk clerk, Signature signature, OffsetDateTime now) {
        var outcomes = new TreeMap<UUID, KeyOutcome>();
        brought.missing().forEach(key -> outcomes.put(key, KeyOutcome.MISSING));
        brought.whole().forEach(key -> outcomes.put(key, KeyOutcome.RETURNED));
        brought.broken().forEach(key -> outcomes.put(key, KeyOutcome.BROKEN));
        ledger.state(brought.whole(), KeyState.IN_STORE);
        ledger.state(brought.broken(), KeyState.BROKEN);
        var receipt = receipts.write(KeyDirection.IN, from, null, clerk, signature, outcomes, now);
        outcomes.forEach((key, outcome) -> {
            if (outcome == KeyOutcome.MISSING) {
                proposals.forMissing(key, from.home(), from.resident(), KeyProposalReason.MISSING, now);
            } else {
                ledger.toOffice(key, from.visit(), now);
                proposals.settle(key, now);
            }
        });
        outcomes.forEach((key, outcome) -> ledger.log(
                new Entry(key, kind(outcome), clerk.id(), from.visit(), from.resident(), null, receipt.id(), null, ""),
                now));
        return new Handover.Done(
                receipt.id(), receipt.number(), rows.list(KEY.ID.in(outcomes.keySet()), outcomes.size()));
    }

    private static KeyEventKind kind(KeyOutcome outcome) {
        return switch (outcome) {
            case MISSING -> KeyEventKind.MISSING;
            case BROKEN -> KeyEventKind.BROKEN;
            case RETURNED, HANDED -> KeyEventKind.RETURNED;
        };
    }
}
