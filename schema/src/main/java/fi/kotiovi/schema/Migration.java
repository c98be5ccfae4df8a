package fi.kotiovi.schema;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Brings a database to the newest version. Forward only; Flyway's lock makes a second runner wait, then do nothing. */
public final class Migration {
    public static final String OWNER = "kotiovi_owner";

    private Migration() {}

    /**
     * Runs every migration that is missing.
     *
     * @param password the owner's password, or null where the server trusts local connections
     * @return how many migrations ran
     */
    public static int migrate(String jdbcUrl, String user, @Nullable String password) {
        return Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .failOnMissingLocations(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
