package fi.kotiovi.backoffice.visit;

import fi.kotiovi.backoffice.key.EarlyPickup;
import fi.kotiovi.domain.key.Brought;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Signature;
import fi.kotiovi.vocabulary.IdKind;
import java.util.Set;
import java.util.UUID;

/** For whom keys move at a counter, and which way: for a booked visit, or for somebody who came with a number. */
interface KeyErrand extends EarlyPickup.Agreement {
    String resident();

    UUID home();

    Way way();

    Handover give(Set<UUID> keys, IdKind idKind, Signature signature);

    Handover take(Brought brought, Signature signature);

    /** Which way keys move. */
    enum Way {
        OUT,
        BACK,
        /** Back, and out of use. */
        BROKEN,
        /** None moves: one is gone, and what follows is decided on its page. */
        LOST,
        /** The visit is about something else. */
        NONE
    }
}
