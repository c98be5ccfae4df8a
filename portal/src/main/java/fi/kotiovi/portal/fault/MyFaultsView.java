package fi.kotiovi.portal.fault;

import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.portal.shell.ListPage;
import jakarta.annotation.security.RolesAllowed;

/** Every fault I have reported, the newest first. */
@Route("faults")
@RolesAllowed("RESIDENT")
public class MyFaultsView extends ListPage {
    private static final long serialVersionUID = 1;

    public MyFaultsView(MyFaults faults) {
        super(
                "fault",
                "/faults/new",
                (offset, limit) -> faults.newestFirst(offset, limit).stream()
                        .map(FaultCard::new)
                        .toList());
    }
}
