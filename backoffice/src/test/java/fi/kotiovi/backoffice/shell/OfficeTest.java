package fi.kotiovi.backoffice.shell;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.backoffice.BackofficeApplication;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.SignIns;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole office on a real database with the demo's people in it; the tickers and the news stand still. */
@SpringBootTest(
        classes = BackofficeApplication.class,
        properties = {"spring.quartz.auto-startup=false", "kotiovi.live.every=1h"})
public abstract class OfficeTest {
    private static final EmbeddedDatabase DATABASE = start();

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected Callers callers;

    @Autowired
    private SignIns signIns;

    private static EmbeddedDatabase start() {
        var database = EmbeddedDatabase.temporary();
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
        return database;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Settings.from(Map.of(
                        "KOTIOVI_DB_URL", DATABASE.jdbcUrl(), "KOTIOVI_OFFICE_PORT", "0", "KOTIOVI_DEMO_MAIL", "true"))
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Past every right, to arrange what a test needs. */
    protected static JdbcTemplate owner() {
        return new JdbcTemplate(DATABASE.as(Migration.OWNER));
    }

    protected Caller.Staff staff(String username) {
        return (Caller.Staff) signIns.ofStaff(username).orElseThrow().caller();
    }

    protected Authentication signedIn(String username) {
        var staff = staff(username);
        return UsernamePasswordAuthenticationToken.authenticated(
                staff,
                null,
                staff.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    protected <T> T as(String username, Supplier<T> action) {
        return callers.as(staff(username), action);
    }

    protected SecuredBrowserlessApplicationContext<Authentication> office() {
        return SpringBrowserlessApplicationContext.createSecured(context, "fi.kotiovi.backoffice");
    }

    /** Presses the first button with these words. */
    protected static void press(BrowserlessUIContext window, String text) {
        window.activate();
        press(window.find(NativeButton.class).withText(text).all().getFirst());
    }

    protected static void press(NativeButton button) {
        Assertions.assertThat(button.isEnabled()).isTrue();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }
}
