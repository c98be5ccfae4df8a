package fi.kotiovi.e2e.house;

import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Everything that runs: PostgreSQL with the small demo, a mail server, the portal and the back office. */
public final class House implements AutoCloseable {
    public static final String ON_CALL_PHONE = "+358401234567";

    private static final String PASSWORD = "kotiovi-demo";

    private final Path data = Jars.target().resolve("house-data");
    private final Post post = new Post();
    private EmbeddedDatabase database;
    private final App portal;
    private final App office;

    /** Starts all of it and waits until both applications are well. */
    public House() {
        this(IntUnaryOperator.identity());
    }

    /** The same with something between the office and its mail server; {@code smtp} makes the one port of the other. */
    public House(IntUnaryOperator smtp) {
        delete(data);
        delete(Jars.target().resolve("logs"));
        database = EmbeddedDatabase.start(data, 0);
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
        var portalPort = App.freePort();
        var officePort = App.freePort();
        var urls = Map.of(
                "KOTIOVI_DB_URL", database.jdbcUrl(),
                "KOTIOVI_PORTAL_URL", "http://127.0.0.1:" + portalPort,
                "KOTIOVI_OFFICE_URL", "http://127.0.0.1:" + officePort);
        portal = new App(
                "portal",
                portalPort,
                App.quickly(Jars.of("portal")),
                Settings.with(urls, "KOTIOVI_PORTAL_PORT", portalPort, "KOTIOVI_ON_CALL_PHONE", ON_CALL_PHONE));
        office = new App(
                "office",
                officePort,
                App.quickly(Jars.of("backoffice")),
                Settings.with(
                        urls,
                        "KOTIOVI_OFFICE_PORT",
                        officePort,
                        "KOTIOVI_SMTP_HOST",
                        "127.0.0.1",
                        "KOTIOVI_SMTP_PORT",
                        smtp.applyAsInt(post.port()),
                        "KOTIOVI_ON_CALL_PHONE",
                        ON_CALL_PHONE,
                        "KOTIOVI_MAIL_FROM",
                        Post.OFFICE,
                        "KOTIOVI_IMAP_HOST",
                        "127.0.0.1",
                        "KOTIOVI_IMAP_PORT",
                        post.imapPort(),
                        "KOTIOVI_IMAP_TLS",
                        "false",
                        "KOTIOVI_IMAP_PASSWORD",
                        Post.OFFICE,
                        "KOTIOVI_MAIL_SECRET",
                        "the secret of the journeys"));
        portal.start();
        office.start();
        portal.awaitHealthy();
        office.awaitHealthy();
    }

    /** The residents' site. */
    public App portal() {
        return portal;
    }

    /** The staff's site. */
    public App office() {
        return office;
    }

    public Post post() {
        return post;
    }

    public Sql sql() {
        return new Sql(database.as(Migration.OWNER));
    }

    /** The same for everybody in the demo. */
    public static String password() {
        return PASSWORD;
    }

    /** Takes the database away from under both applications; running the answer brings it back. */
    public Runnable databaseGone() {
        var port = database.port();
        database.close();
        return () -> database = EmbeddedDatabase.start(data, port);
    }

    /** From now on the database asks this user for a password, as any real one does; it trusts everybody else here. */
    public void asksForThePasswordOf(String user) {
        var rules = data.resolve("pg_hba.conf");
        try {
            Files.writeString(
                    rules,
                    "host all " + user + " 127.0.0.1/32 scram-sha-256" + System.lineSeparator()
                            + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Sql(database.as("postgres")).one("select pg_reload_conf()");
    }

    @Override
    public void close() {
        portal.close();
        office.close();
        post.close();
        database.close();
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
