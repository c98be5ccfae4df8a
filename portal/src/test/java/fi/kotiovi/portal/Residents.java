package fi.kotiovi.portal;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.SignIns;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Residents of the demo who look at the site, several at once, without a browser. */
@SpringBootTest(properties = "kotiovi.on-call-phone=+35890000112")
public abstract class Residents {
    private static final EmbeddedDatabase DATABASE = database();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SignIns signIns;

    private SecuredBrowserlessApplicationContext<Authentication> site;

    private static EmbeddedDatabase database() {
        var database = EmbeddedDatabase.temporary();
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::jdbcUrl);
        settings.add("spring.datasource.username", () -> "kotiovi_portal");
    }

    /** Past every right, to arrange what a test needs. */
    protected static JdbcTemplate owner() {
        return new JdbcTemplate(DATABASE.as(Migration.OWNER));
    }

    @BeforeEach
    void open() {
        site = SpringBrowserlessApplicationContext.createSecured(context, "fi.kotiovi.portal");
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** A window of a demo resident who is signed in. */
    protected BrowserlessUIContext windowOf(String username) {
        var caller = signIns.ofResident(username).orElseThrow().caller();
        return site.newUser(UsernamePasswordAuthenticationToken.authenticated(
                        caller, null, List.of(new SimpleGrantedAuthority("ROLE_RESIDENT"))))
                .newWindow();
    }

    /** A window of somebody who is not signed in. */
    protected BrowserlessUIContext stranger() {
        return site.newUser().newWindow();
    }

    /** Books a visit for a demo resident; returns the link that only the mail knows. */
    protected UUID linkOf(String username, String type) {
        var caller = signIns.ofResident(username).orElseThrow().caller();
        var visits = context.getBean(OfficeVisits.class);
        var id = context.getBean(Callers.class).as(caller, () -> {
            var start = visits.soonest(type, 1).getFirst().start();
            if (visits.hold(type, start) instanceof Booking.Done held) {
                visits.confirm(held.visit().id());
                return held.visit().id();
            }
            throw new AssertionError("No such visit can be booked");
        });
        return Objects.requireNonNull(new JdbcTemplate(DATABASE.as(Migration.OWNER))
                .queryForObject("select link from visit where id = ?", UUID.class, id));
    }

    /** Presses the button that says so, with all its words. */
    protected static void press(BrowserlessUIContext window, String words) {
        press(window, button -> button.getElement().getTextRecursively().equals(words), 0);
    }

    /** Presses one of the buttons that look so, counted from 0. */
    protected static void pressNth(BrowserlessUIContext window, String look, int n) {
        press(window, button -> button.hasClassName(look), n);
    }

    /** Presses the button at the foot of the page. */
    protected static void pressLast(BrowserlessUIContext window) {
        window.test(window.findInView(NativeButton.class).all().getLast()).click();
    }

    private static void press(BrowserlessUIContext window, Predicate<NativeButton> wanted, int n) {
        var button = window.findInView(NativeButton.class).all().stream()
                .filter(wanted)
                .skip(n)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no such button on "
                        + window.getCurrentView().getElement().getTextRecursively()));
        window.test(button).click();
    }

    protected static String text(BrowserlessUIContext window) {
        return window.getCurrentView().getElement().getTextRecursively();
    }
}
