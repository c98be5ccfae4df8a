package fi.kotiovi.portal.line;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinRequest;
import fi.kotiovi.domain.line.Lines;
import fi.kotiovi.domain.line.OfficeLine;

/** What the pages of a hall need to know of the request: which office, and from where. */
final class Halls {
    private Halls() {}

    /** The office in the address of a page; any other address leads nowhere. */
    static OfficeLine of(BeforeEnterEvent event, Lines lines) {
        return event.getRouteParameters().get("office").flatMap(lines::of).orElseThrow(NotFoundException::new);
    }

    /** From where somebody asks; every device in a hall may look the same. */
    static String address() {
        var request = VaadinRequest.getCurrent();
        var address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }
}
