package fi.kotiovi.backoffice.visit;

import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.domain.key.Brought;
import fi.kotiovi.domain.key.EarlyLease;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Signature;
import fi.kotiovi.domain.key.WalkIn;
import fi.kotiovi.vocabulary.IdKind;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The keys of somebody who came with a number. */
record WalkInErrand(WalkIn who, String resident, Way way, KeyDesk desk) implements KeyErrand {
    @Override
    public UUID home() {
        return who.home();
    }

    @Override
    public Handover give(Set<UUID> keys, IdKind idKind, Signature signature) {
        return desk.handovers().handOver(who, keys, idKind, signature);
    }

    @Override
    public Handover take(Brought brought, Signature signature) {
        return desk.handovers().takeBack(who, brought, signature);
    }

    @Override
    public Optional<EarlyLease> early() {
        return desk.walkIns().early(who);
    }

    @Override
    public void agree(String reason) {
        desk.walkIns().agreeEarly(who, reason);
    }
}
