package fi.kotiovi.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;

/** The id in the address of a page. */
public final class Ids {
    private Ids() {}

    /** The route parameter {@code id}; an address with anything else leads nowhere. */
    public static UUID of(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Not an id");
        }
    }
}
