package fi.kotiovi.e2e.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.kotiovi.domain.DomainConfiguration;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The services of one application on a database, without its screens and on the real clock. */
public final class Services implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;

    private Services(HikariDataSource pool, AnnotationConfigApplicationContext context) {
        this.pool = pool;
        this.context = context;
    }

    public static Services of(String jdbcUrl, String role, int connections) {
        return of(jdbcUrl, role, connections, UnaryOperator.identity());
    }

    /** Through a data source that somebody listens to. */
    public static Services of(String jdbcUrl, String role, int connections, UnaryOperator<DataSource> listened) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(role);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setAutoCommit(false);
        var pool = new HikariDataSource(config);
        var source = listened.apply(pool);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, () -> source);
        context.registerBean("clock", Clock.class, Clock::systemUTC);
        context.register(DomainConfiguration.class, JooqAutoConfiguration.class);
        context.refresh();
        return new Services(pool, context);
    }

    public <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    public <T> T as(Caller caller, Supplier<T> action) {
        return get(Callers.class).as(caller, action);
    }

    /** A connection of the same pool, to say bare SQL over. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
