package fi.kotiovi.backoffice.visit;

import fi.kotiovi.backoffice.key.EarlyPickup;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.domain.key.Brought;
import fi.kotiovi.domain.key.EarlyLease;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Signature;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.vocabulary.IdKind;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The keys of a booked visit. */
record VisitErrand(DeskVisit visit, UUID home, KeyDesk desk) implements KeyErrand {
    @Override
    public String resident() {
        return visit.residentName();
    }

    @Override
    public Way way() {
        var type = visit.type();
        if (type.handsOverKeys()) {
            return Way.OUT;
        }
        if (type.takesKeysBack()) {
            return type.code().equals("BROKEN_KEY") ? Way.BROKEN : Way.BACK;
        }
        return type.code().equals("LOST_KEY") ? Way.LOST : Way.NONE;
    }

    @Override
    public Handover give(Set<UUID> keys, IdKind idKind, Signature signature) {
        return desk.handovers().handOver(visit.id(), keys, idKind, signature);
    }

    @Override
    public Handover take(Brought brought, Signature signature) {
        return desk.handovers().takeBack(visit.id(), brought, signature);
    }

    @Override
    public Optional<EarlyLease> early() {
        return agreement().early();
    }

    @Override
    public void agree(String reason) {
        agreement().agree(reason);
    }

    private EarlyPickup.Agreement agreement() {
        return desk.agreement(visit.id());
    }
}
