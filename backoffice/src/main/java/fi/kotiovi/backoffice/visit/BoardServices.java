package fi.kotiovi.backoffice.visit;

import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.domain.visit.StaffCancellations;
import fi.kotiovi.domain.visit.StaffMoves;
import fi.kotiovi.domain.visit.StaffVisits;
import fi.kotiovi.domain.visit.VisitBoard;
import fi.kotiovi.domain.visit.VisitDesk;
import org.springframework.stereotype.Component;

/** What the board asks and does, in one piece for the view. */
@Component
record BoardServices(
        VisitBoard board,
        VisitDesk desk,
        StaffMoves moves,
        StaffCancellations cancellations,
        StaffVisits visits,
        KeyDesk keys) {}
