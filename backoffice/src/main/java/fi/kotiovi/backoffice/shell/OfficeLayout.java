package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fi.kotiovi.domain.identity.Caller;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;

/** The frame around every page: where one can go, what waits there, and the red line while somebody is in need. */
@Layout
@PermitAll
public class OfficeLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1;

    private final Main main = new Main();
    private final Navigation navigation;
    private final AlertBanner banner;
    private final OnCallCard onCall;
    private final Paragraph away = new Paragraph();
    private final Span standing = new Span();
    private final Caller.Staff me;

    public OfficeLayout(
            SignedInStaff signedIn,
            AuthenticationContext authentication,
            Pulse pulse,
            Live live,
            Clock clock,
            @Value("${" + Settings.ON_CALL_PHONE + "}") String onCallPhone) {
        me = signedIn.staff().orElseThrow();
        navigation = new Navigation(me);
        banner = new AlertBanner(clock);
        onCall = new OnCallCard(onCallPhone);
        addClassName("office");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        var side = new Header(brand(), new SearchBox(), navigation, onCall, new Footing(me, authentication));
        side.addClassName("side-bar");
        away.addClassName("away");
        away.getElement().setAttribute("role", "status");
        var page = new Div(banner, away, main);
        page.addClassName("page");
        add(skipLink(), side, page);
        var first = pulse.ofOrUnknown(me);
        show(first);
        live.watch(this, first, () -> pulse.ofOrUnknown(me), this::show);
    }

    /** What is on the screen stays there while nobody can tell what is new; only that is said. */
    private void show(Pulse.Beat beat) {
        away.setText(beat.isKnown() ? "" : getTranslation("connection.away"));
        if (!beat.isKnown()) {
            onCall.showNumber();
            return;
        }
        navigation.show(beat);
        banner.show(beat.alerts());
        var people = beat.onCall().orElseThrow();
        onCall.show(people);
        var mine = people.stream().anyMatch(person -> person.id().equals(me.id()));
        standing.setText(me.familyName() + (mine ? " · " + getTranslation("oncall.you") : ""));
    }

    private Anchor skipLink() {
        var link = new Anchor("#main", getTranslation("skip"));
        link.setRouterIgnore(true);
        link.addClassName("skip");
        return link;
    }

    /** On a phone the brand gives way to who it is and whether the line holds. */
    private Div brand() {
        var mark = new Span();
        mark.addClassName("mark");
        var name = new Span("Kotiovi");
        name.addClassNames("grow", "wide-only");
        standing.addClassNames("grow", "narrow-only");
        var brand = new Div(mark, name, standing, new Connection());
        brand.addClassName("brand");
        return brand;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        navigation.here(path);
        // The crew sees the alert itself on its own page, big; the line would say it twice.
        setClassName("searching", path.equals("search"));
        setClassName("alerts-shown", path.equals(Section.WORK.path()) || path.equals(Section.ALERTS.path()));
    }
}
