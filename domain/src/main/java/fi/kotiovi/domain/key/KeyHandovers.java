package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.vocabulary.KeyState.HANDED_OUT;
import static fi.kotiovi.vocabulary.KeyState.IN_STORE;
import static fi.kotiovi.vocabulary.KeyState.READY_FOR_PICKUP;
import static fi.kotiovi.vocabulary.KeyState.RESERVED;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.key.KeyLedger.Entry;
import fi.kotiovi.domain.key.ServedVisits.Served;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyDirection;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.KeyState;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys over the counter: out to whoever has the lease, and back. Custody, log and receipt stand or fall together, in
 * one transaction.
 */
@Service
public class KeyHandovers {
    private final Clock clock;
    private final Clerks clerks;
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final ServedVisits visits;
    private final Leases leases;
    private final ReceiptBook receipts;
    private final KeyReturns returns;

    KeyHandovers(
            Clock clock,
            Clerks clerks,
            KeyRows rows,
            KeyLedger ledger,
            ServedVisits visits,
            Leases leases,
            ReceiptBook receipts,
            KeyReturns returns) {
        this.clock = clock;
        this.clerks = clerks;
        this.rows = rows;
        this.ledger = ledger;
        this.visits = visits;
        this.leases = leases;
        this.receipts = receipts;
        this.returns = returns;
    }

    /** Gives keys that hang here to the visitor whose identity was just checked and who has signed. */
    @Transactional
    public Handover handOver(UUID visit, Collection<UUID> ticked, IdKind idKind, Signature signature) {
        var clerk = clerks.here();
        return handOver(clerk, () -> visits.lock(visit, clerk), ticked, idKind, signature);
    }

    /** The same for somebody who came with a number. */
    @Transactional
    public Handover handOver(WalkIn who, Collection<UUID> ticked, IdKind idKind, Signature signature) {
        var clerk = clerks.here();
        return handOver(clerk, () -> visits.lock(who, clerk), ticked, idKind, signature);
    }

    private Handover handOver(
            Clerk clerk,
            Supplier<Optional<Served>> visitor,
            Collection<UUID> ticked,
            IdKind idKind,
            Signature signature) {
        var ids = Set.copyOf(ticked);
        if (ids.isEmpty()) {
            return new Handover.NoKeys();
        }
        if (!signature.isGiven()) {
            return new Handover.NotSigned();
        }
        var served = visitor.get().filter(Served::handsOver);
        if (served.isEmpty()) {
            return new Handover.NotServing();
        }
        var who = served.get();
        var refusal =
                leases.refusal(who).or(() -> misplaced(ids, who, EnumSet.of(IN_STORE, RESERVED, READY_FOR_PICKUP)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var now = Helsinki.now(clock);
        var outcomes = new HashMap<UUID, KeyOutcome>();
        ids.forEach(key -> outcomes.put(key, KeyOutcome.HANDED));
        ledger.state(ids, HANDED_OUT);
        ids.forEach(key -> ledger.toResident(key, who.resident(), who.visit(), now));
        var receipt = receipts.write(KeyDirection.OUT, who, idKind, clerk, signature, outcomes, now);
        receipts.closeOrders(ids, now);
        ids.stream()
                .sorted()
                .forEach(key -> ledger.log(
                        new Entry(
                                key,
                                KeyEventKind.HANDED_OUT,
                                clerk.id(),
                                who.visit(),
                                who.resident(),
                                idKind,
                                receipt.id(),
                                null,
                                ""),
                        now));
        return new Handover.Done(receipt.id(), receipt.number(), list(ids));
    }

    /** Hangs keys back that somebody brought, and says of the others that they are missing. */
    @Transactional
    public Handover takeBack(UUID visit, Brought brought, Signature signature) {
        var clerk = clerks.here();
        return takeBack(clerk, () -> visits.lock(visit, clerk), brought, signature);
    }

    /** The same from somebody who came with a number. */
    @Transactional
    public Handover takeBack(WalkIn who, Brought brought, Signature signature) {
        var clerk = clerks.here();
        return takeBack(clerk, () -> visits.lock(who, clerk), brought, signature);
    }

    private Handover takeBack(Clerk clerk, Supplier<Optional<Served>> visitor, Brought brought, Signature signature) {
        if (brought.all().isEmpty()) {
            return new Handover.NoKeys();
        }
        if (!signature.isGiven()) {
            return new Handover.NotSigned();
        }
        var served = visitor.get().filter(Served::takesBack);
        if (served.isEmpty()) {
            return new Handover.NotServing();
        }
        var refusal = misplaced(brought.all(), served.get(), EnumSet.of(HANDED_OUT));
        return refusal.isPresent()
                ? refusal.get()
                : returns.take(served.get(), brought, clerk, signature, Helsinki.now(clock));
    }

    /** An envelope from the drop box: keys of one home, with the name that stands on the envelope. */
    @Transactional
    public Handover takeFromBox(Brought brought, String nameOnEnvelope) {
        var clerk = clerks.here();
        var signature = Signature.onEnvelope(nameOnEnvelope);
        if (brought.all().isEmpty()) {
            return new Handover.NoKeys();
        }
        if (!signature.isGiven()) {
            return new Handover.NotSigned();
        }
        var sender = visits.withoutVisit(brought.all(), clerk);
        if (sender.isEmpty()) {
            return new Handover.Elsewhere(list(brought.all()));
        }
        var refusal = misplaced(brought.all(), sender.get(), EnumSet.of(HANDED_OUT));
        return refusal.isPresent()
                ? refusal.get()
                : returns.take(sender.get(), brought, clerk, signature, Helsinki.now(clock));
    }

    /** A manager lets somebody have the keys before the lease begins, and says why. */
    @Transactional
    public void agreeEarly(UUID visit, String reason) {
        var manager = clerks.manager();
        if (!visits.isHere(visit, manager)) {
            throw new NotAllowedException("Not a visit of this office: " + visit);
        }
        leases.agree(visit, manager, reason);
    }

    private Optional<Handover> misplaced(Set<UUID> ids, Served who, Set<KeyState> from) {
        var locked = rows.lock(ids);
        var strangers = locked.stream()
                .filter(key -> !who.home().equals(key.home()) || !key.office().equals(who.office()))
                .map(KeyRows.Locked::id)
                .toList();
        if (!strangers.isEmpty() || locked.size() != ids.size()) {
            return Optional.of(new Handover.NotOfThisHome(list(strangers)));
        }
        var elsewhere = locked.stream()
                .filter(key -> !from.contains(key.state()))
                .map(KeyRows.Locked::id)
                .toList();
        return elsewhere.isEmpty() ? Optional.empty() : Optional.of(new Handover.Elsewhere(list(elsewhere)));
    }

    private List<Key> list(Collection<UUID> ids) {
        return rows.list(KEY.ID.in(ids), ids.size());
    }
}
