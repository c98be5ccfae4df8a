package fi.kotiovi.portal.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.key.KeyReceipts;
import fi.kotiovi.domain.notice.Notices;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.portal.contact.ContactCard;
import fi.kotiovi.portal.fault.FaultCard;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Pictogram;
import fi.kotiovi.portal.visit.VisitCard;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.VisitState;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The first page: how things stand in a sentence, what is under way, what one can do, news of the building. */
@Route("")
@RolesAllowed("RESIDENT")
public class HomeView extends Page {
    private static final long serialVersionUID = 1;
    private static final int LOOKED_AT = 20;

    private final transient Residents residents;
    private final transient MyFaults faults;
    private final transient OfficeVisits visits;
    private final transient MyContacts contacts;
    private final transient Notices notices;
    private final transient KeyReceipts keys;

    public HomeView(
            Residents residents,
            MyFaults faults,
            OfficeVisits visits,
            MyContacts contacts,
            Notices notices,
            KeyReceipts keys) {
        this.residents = residents;
        this.faults = faults;
        this.visits = visits;
        this.contacts = contacts;
        this.notices = notices;
        addClassName("home");
        this.keys = keys;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var openFaults =
                faults.newestFirst(0, LOOKED_AT).stream().filter(Fault::isOpen).toList();
        var coming = visits.mine().stream()
                .filter(visit -> visit.state() == VisitState.BOOKED || visit.state() == VisitState.CHECKED_IN)
                .filter(visit -> !visit.local().toLocalDate().isBefore(visits.today()))
                .toList();
        var waiting = contacts.newestFirst(0, LOOKED_AT).stream()
                .filter(contact -> contact.isWaiting()
                        || contact.state() == ContactState.ANSWERED
                        || contact.state() == ContactState.WAITING_RESIDENT)
                .toList();
        begin(heading(openFaults.size() + coming.size() + waiting.size()));
        readyKey();
        add(underWay(openFaults, coming, waiting), doors(), lists());
        news();
    }

    /** An extra key that waits at the office, until a time is booked for it. */
    private void readyKey() {
        keys.ready().stream().findFirst().ifPresent(ready -> {
            var title = new Span(getTranslation("keys.ready"));
            title.addClassName("strong");
            add(card(
                    title,
                    link("/visits/new/EXTRA_KEY_PICKUP", getTranslation("keys.ready.book"), "btn", "quiet", "wide")));
        });
    }

    private String heading(int matters) {
        var name = residents.contactable().givenName();
        return switch (matters) {
            case 0 -> getTranslation("home.calm", name);
            case 1 -> getTranslation("home.one", name);
            default -> getTranslation("home.many", name, number(matters));
        };
    }

    private String number(int n) {
        return n <= 10 ? getTranslation("number." + n) : String.valueOf(n);
    }

    private Div underWay(List<Fault> openFaults, List<Visit> coming, List<MyContact> waiting) {
        var list = new Div();
        list.addClassNames("stack", "underway");
        openFaults.forEach(fault -> list.add(new FaultCard(fault)));
        coming.reversed().forEach(visit -> list.add(new VisitCard(visit)));
        waiting.forEach(contact -> list.add(new ContactCard(contact)));
        return list;
    }

    private Div doors() {
        var doors = new Div(
                door("/faults/new", Pictogram.WRENCH, "home.fault", ""),
                door("/visits/new", Pictogram.CALENDAR, "home.visit", "quiet"),
                door("/contacts/new", Pictogram.MESSAGE, "home.contact", "quiet"),
                door("/visits", Pictogram.KEY, "home.visits", "quiet"));
        doors.addClassName("doors");
        return doors;
    }

    private Anchor door(String href, Pictogram picture, String key, String look) {
        var door = new Anchor(href, picture.icon(), new Span(getTranslation(key)));
        door.addClassNames("btn", "door");
        if (!look.isEmpty()) {
            door.addClassName(look);
        }
        return door;
    }

    private Div lists() {
        var lists = new Div(
                link("/faults", getTranslation("home.allfaults"), "textlink"),
                link("/contacts", getTranslation("home.allcontacts"), "textlink"),
                link("/chat", getTranslation("chat.link"), "textlink"),
                link("/keys", getTranslation("home.keys"), "textlink"),
                link("/help", getTranslation("home.help"), "textlink"));
        lists.addClassName("links");
        return lists;
    }

    private void news() {
        var language = Languages.current();
        var shown = notices.ofMyBuilding();
        if (shown.isEmpty()) {
            return;
        }
        var news = new Div(new H2(getTranslation("home.news")));
        news.addClassNames("stack", "news");
        for (var notice : shown) {
            var title = new Span(notice.title().in(language) + " ");
            title.addClassName("strong");
            var body = new Span(notice.body().in(language));
            body.addClassName("soft");
            news.add(new Paragraph(title, body));
        }
        add(news);
    }
}
