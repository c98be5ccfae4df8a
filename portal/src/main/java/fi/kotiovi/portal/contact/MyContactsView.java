package fi.kotiovi.portal.contact;

import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.portal.shell.ListPage;
import jakarta.annotation.security.RolesAllowed;

/** Everything I have written to the office, the latest first. */
@Route("contacts")
@RolesAllowed("RESIDENT")
public class MyContactsView extends ListPage {
    private static final long serialVersionUID = 1;

    public MyContactsView(MyContacts contacts) {
        super(
                "contact",
                "/contacts/new",
                (offset, limit) -> contacts.newestFirst(offset, limit).stream()
                        .map(ContactCard::new)
                        .toList());
    }
}
