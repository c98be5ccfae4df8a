package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.OfficeLayout;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.backoffice.shell.SignedInStaff;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.Person;
import fi.kotiovi.domain.visit.StaffVisits;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Puts the way to book for a caller into the frame of every page: the telephone rings wherever one is. */
@Service
public class BookFromAnywhere implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final String MARK = "book-caller";

    private final transient SignedInStaff signedIn;
    private final transient StaffVisits visits;

    BookFromAnywhere(SignedInStaff signedIn, StaffVisits visits) {
        this.signedIn = signedIn;
        this.visits = visits;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            var ui = init.getUI();
            ui.addAfterNavigationListener(arrived -> offer(ui));
        });
    }

    /** Books for somebody who has been found already, on the phone for instance. */
    public void open(Person person) {
        mayBook()
                .ifPresent(me -> new BookDialog(visits, me.isAny(StaffRole.MANAGER))
                        .about(person)
                        .open());
    }

    private Optional<Caller.Staff> mayBook() {
        return signedIn.staff()
                .filter(me -> me.officeId() != null && me.isAny(StaffRole.DESK, StaffRole.AGENT, StaffRole.MANAGER));
    }

    private void offer(UI ui) {
        var mayBook = mayBook();
        if (mayBook.isEmpty()) {
            return;
        }
        ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(OfficeLayout.class::isInstance)
                .map(OfficeLayout.class::cast)
                .findFirst()
                .flatMap(layout -> layout.getChildren()
                        .filter(Header.class::isInstance)
                        .map(Header.class::cast)
                        .findFirst())
                .filter(side -> side.getChildren().noneMatch(child -> child.hasClassName(MARK)))
                .ifPresent(side -> {
                    var manager = mayBook.get().isAny(StaffRole.MANAGER);
                    var button =
                            Buttons.quiet(ui.getTranslation("book.open"), () -> new BookDialog(visits, manager).open());
                    button.addClassNames(MARK, "s");
                    Shortcuts.letter(button, 'b');
                    Component navigation = side.getComponentAt(1);
                    side.addComponentAtIndex(side.indexOf(navigation) + 1, button);
                });
    }
}
