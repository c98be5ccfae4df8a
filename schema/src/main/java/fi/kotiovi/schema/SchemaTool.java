package fi.kotiovi.schema;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The command line of the database: {@code migrate}, {@code embedded}, {@code demo} and {@code verify}. */
public final class SchemaTool {
    private static final String HELP = """
            migrate  --url JDBC-URL [--user kotiovi_owner]          bring a database to the newest version
            embedded --data DIRECTORY [--port 5433] [--demo small|full]
                                                                    start PostgreSQL 18 and keep it running
            demo     --url JDBC-URL [--user kotiovi_owner] [--size small|full]
                                                                    load invented people, homes and history
            verify   --url JDBC-URL [--user kotiovi_owner] [--known NUMBER:HASH]
                                                                    compute the custody log of the keys again
            The owner's password is read from KOTIOVI_OWNER_PASSWORD.""";

    private SchemaTool() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            System.out.println(HELP);
            return;
        }
        try {
            var options = options(arguments);
            switch (arguments[0]) {
                case "migrate" ->
                    System.out.println(Migration.migrate(required(options, "url"), user(options), password())
                            + " migrations ran.");
                case "embedded" -> embedded(options);
                case "demo" ->
                    DemoData.load(
                            required(options, "url"),
                            user(options),
                            password(),
                            size(options.getOrDefault("size", "small")));
                case "verify" -> verify(options);
                default -> throw new IllegalArgumentException("Unknown command \"" + arguments[0] + "\".\n" + HELP);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Ends with 1 when the log is broken, so that a nightly job can tell. */
    private static void verify(Map<String, String> options) {
        var verdict = KeyLogCheck.check(
                required(options, "url"), user(options), password(), options.getOrDefault("known", ""));
        System.out.println(verdict.sentence());
        if (!verdict.whole()) {
            System.exit(1);
        }
    }

    private static void embedded(Map<String, String> options) throws InterruptedException {
        var demo = options.get("demo");
        var size = demo == null ? null : size(demo);
        var database =
                EmbeddedDatabase.start(Path.of(required(options, "data")), port(options.getOrDefault("port", "5433")));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            stopped.countDown();
        }));
        if (size != null) {
            DemoData.load(database.jdbcUrl(), Migration.OWNER, null, size);
        }
        DemoSignIns.of(database).forEach(line -> System.out.println("sign-in " + line));
        System.out.println("ready " + database.jdbcUrl());
        stopped.await();
    }

    private static DemoSize size(String word) {
        return switch (word) {
            case "small" -> DemoSize.SMALL;
            case "full" -> DemoSize.FULL;
            default -> throw new IllegalArgumentException("The demo comes as small or full, not \"" + word + "\".");
        };
    }

    private static int port(String word) {
        try {
            var port = Integer.parseInt(word);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, in the same words as a number out of range
        }
        throw new IllegalArgumentException("A port is a number from 0 to 65535, not \"" + word + "\".");
    }

    private static String user(Map<String, String> options) {
        return options.getOrDefault("user", Migration.OWNER);
    }

    private static @Nullable String password() {
        return System.getenv("KOTIOVI_OWNER_PASSWORD");
    }

    private static String required(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing.\n" + HELP);
        }
        return value;
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("\"" + arguments[i] + "\" is not understood.\n" + HELP);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }
}
