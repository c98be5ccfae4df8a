package fi.kotiovi.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL 18 with Kotiovi's roles and newest schema, for the demo, the tests and the code generator. Durable:
 * fsync and synchronous_commit are on, so that what a test or a benchmark shows is what production does. It listens on
 * loopback only and trusts local connections: never run it where other people have accounts.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String DATABASE = "kotiovi";
    private static final String ADMINISTRATOR = "postgres";

    private final EmbeddedPostgres server;
    private final AtomicInteger copies = new AtomicInteger();

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on a data directory that is kept; {@code port} 0 takes any free one. */
    public static EmbeddedDatabase start(Path data, int port) {
        try {
            Files.createDirectories(data);
            return started(EmbeddedPostgres.builder()
                    .setDataDirectory(data.toAbsolutePath())
                    .setCleanDataDirectory(false)
                    .setPort(port));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + data + ": " + e.getMessage(), e);
        }
    }

    /** Starts on a directory that is deleted when the JVM ends. */
    public static EmbeddedDatabase temporary() {
        try {
            return started(EmbeddedPostgres.builder());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedDatabase started(EmbeddedPostgres.Builder builder) throws IOException {
        var server = builder.setOverrideWorkingDirectory(programs())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "200")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        var database = new EmbeddedDatabase(server);
        database.prepare();
        Migration.migrate(database.jdbcUrl(), Migration.OWNER, null);
        return database;
    }

    /** Where the programs of PostgreSQL are unpacked: a folder for each user, since one cannot write to another's. */
    private static File programs() {
        return new File(System.getProperty("java.io.tmpdir"), "kotiovi-postgres-" + System.getProperty("user.name"));
    }

    private void prepare() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(resource("/db/bootstrap/roles.sql"));
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE + " owner " + Migration.OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be prepared: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The address of the database, without a user. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** Connects as one of the roles {@code kotiovi_owner}, {@code kotiovi_portal} or {@code kotiovi_backoffice}. */
    public DataSource as(String role) {
        return server.getDatabase(role, DATABASE);
    }

    /**
     * A copy of the database as it stands now, for a test that wants one of its own. Nobody may be connected to the
     * original while it is copied.
     *
     * @return its JDBC address
     */
    public synchronized String copy() {
        var name = DATABASE + "_" + copies.incrementAndGet();
        try (var connection = server.getDatabase(ADMINISTRATOR, ADMINISTRATOR).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + DATABASE + " owner " + Migration.OWNER);
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be copied: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(EmbeddedDatabase.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
