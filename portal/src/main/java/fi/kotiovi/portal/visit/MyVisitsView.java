package fi.kotiovi.portal.visit;

import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.portal.shell.ListPage;
import jakarta.annotation.security.RolesAllowed;

/** My visits, the latest first. */
@Route("visits")
@RolesAllowed("RESIDENT")
public class MyVisitsView extends ListPage {
    private static final long serialVersionUID = 1;

    public MyVisitsView(OfficeVisits visits) {
        super(
                "visit",
                "/visits/new",
                (offset, limit) -> visits.mine().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(VisitCard::new)
                        .toList());
    }
}
