package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.WORK_ORDER;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Reports;
import java.util.UUID;

/** Something to repair at Aino's, so that a key may go out for it. */
final class KeyWork {
    private KeyWork() {}

    static UUID order(KeyPlace place) {
        place.town.as(place.aino, () -> place.town.portal(FaultReports.class).file(Reports.tap()));
        return place.town
                .db()
                .select(WORK_ORDER.ID)
                .from(WORK_ORDER)
                .where(WORK_ORDER.CREW_ID.eq(place.crew))
                .fetchSingle(r -> r.value1());
    }
}
