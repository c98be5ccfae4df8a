package fi.kotiovi.domain.town;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.kotiovi.domain.DomainConfiguration;
import fi.kotiovi.schema.EmbeddedDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The one PostgreSQL of this JVM, and applications on it. */
final class Server {
    static final EmbeddedDatabase DATABASE = EmbeddedDatabase.temporary();

    private static final int MOST_CONNECTIONS = 32;
    private static final long PATIENCE_MILLIS = 60_000;

    private Server() {}

    /** The services as an application has them, connected as one role. */
    static AnnotationConfigApplicationContext application(String jdbcUrl, String role, Clock clock) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, () -> pool(jdbcUrl, role));
        context.registerBean("clock", Clock.class, () -> clock);
        context.register(DomainConfiguration.class, JooqAutoConfiguration.class);
        context.refresh();
        return context;
    }

    static HikariDataSource pool(String jdbcUrl, String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(role);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        return new HikariDataSource(config);
    }
}
