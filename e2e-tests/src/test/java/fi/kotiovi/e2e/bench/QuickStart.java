package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.Jars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application as {@code ./kotiovi run} starts it: taken out of its jar, with a cache of what the JVM learnt before. */
final class QuickStart {
    private static final Duration PREPARE = Duration.ofMinutes(3);

    private QuickStart() {}

    /** The command, after everything it needs was made. */
    static List<String> of(String module, Map<String, String> settings) {
        var jar = Jars.of(module);
        var folder = Jars.target().resolve("bench-run").resolve(module + "-" + UUID.randomUUID());
        run(
                module,
                settings,
                App.java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.toString());
        var extracted = folder.resolve(jar.getFileName()).toString();
        var cache = folder.resolve("app.aot");
        run(
                module,
                settings,
                App.java(),
                "-XX:AOTCacheOutput=" + cache,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                extracted);
        return Files.exists(cache) ? command(cache, extracted) : List.of(App.java(), "-Xmx1g", "-jar", extracted);
    }

    /** Refuses to run rather than to measure a start without the cache. */
    private static List<String> command(Path cache, String extracted) {
        return List.of(App.java(), "-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xmx1g", "-jar", extracted);
    }

    private static void run(String module, Map<String, String> settings, String... command) {
        try (var app = new App("prepare-" + module, 0, List.of(command), settings).start()) {
            app.exitValue(PREPARE);
        }
    }
}
