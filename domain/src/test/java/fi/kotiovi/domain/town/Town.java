package fi.kotiovi.domain.town;

import com.zaxxer.hikari.HikariDataSource;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * One test class's own town: a fresh database, the portal's and the back office's services connected as their roles,
 * and one clock that only the test moves. Tuesday 3 March 2026, 8.00 in Helsinki, until then.
 */
public final class Town implements AfterAllCallback {
    public static final String START = "2026-03-03T08:00";

    public final TestClock clock = new TestClock();

    private final String jdbcUrl = Server.DATABASE.copy();
    private final HikariDataSource owner = Server.pool(jdbcUrl, "kotiovi_owner");
    private final AnnotationConfigApplicationContext portal;
    private final AnnotationConfigApplicationContext backOffice;
    private final List<AnnotationConfigApplicationContext> more = new ArrayList<>();

    private Town() {
        clock.setHelsinki(START);
        portal = Server.application(jdbcUrl, "kotiovi_portal", clock);
        backOffice = Server.application(jdbcUrl, "kotiovi_backoffice", clock);
    }

    /** For a {@code static final} field with {@code @RegisterExtension}, which closes it after the class. */
    public static Town found() {
        return new Town();
    }

    /** A service of the residents' site. */
    public <T> T portal(Class<T> service) {
        return portal.getBean(service);
    }

    /** A service of the staff's site. */
    public <T> T backOffice(Class<T> service) {
        return backOffice.getBean(service);
    }

    /** The staff's site after a restart, or on a second node: nothing in memory, the same database. */
    public AnnotationConfigApplicationContext anotherBackOffice() {
        var context = Server.application(jdbcUrl, "kotiovi_backoffice", clock);
        more.add(context);
        return context;
    }

    /** The database as its owner sees it: everything. Its writes are committed at once. */
    public DSLContext db() {
        return DSL.using(owner, SQLDialect.POSTGRES);
    }

    /** Does something as a signed-in person. */
    public <T> T as(Caller caller, Supplier<T> action) {
        return portal.getBean(Callers.class).as(caller, action);
    }

    public void as(Caller caller, Runnable action) {
        as(caller, () -> {
            action.run();
            return caller;
        });
    }

    /** The moment at which the clock on the office wall shows this, such as {@code 2026-03-03T09:00}. */
    public static OffsetDateTime at(String wall) {
        return LocalDateTime.parse(wall).atZone(Helsinki.ZONE).toOffsetDateTime();
    }

    public Workplaces work() {
        return new Workplaces(this);
    }

    public Homes homes() {
        return new Homes(this);
    }

    /** How many deadlocks PostgreSQL has had to solve here so far. */
    public long deadlocks() {
        return db().fetchOptional("select deadlocks from pg_stat_database where datname = current_database()")
                .map(r -> r.get(0, Long.class))
                .orElseThrow();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        more.forEach(AnnotationConfigApplicationContext::close);
        portal.close();
        backOffice.close();
        owner.close();
    }
}
