package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a measurement found: flat, in order; what was not measured is not in it. */
final class Report {
    private static final int NAME_WIDTH = 24;

    private final String bench;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Report(String bench) {
        this.bench = bench;
        values.put("bench", bench);
    }

    Report put(String name, long value) {
        values.put(name, value);
        return this;
    }

    /** Rounded to what the measurement can bear. */
    Report put(String name, double value) {
        var unit = Math.abs(value) >= 100 ? 1.0 : Math.abs(value) >= 1 ? 100.0 : 1000.0;
        values.put(name, Math.round(value * unit) / unit);
        return this;
    }

    Report put(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Our speed and waits beside those of the same SQL without the service, on the same database in the same run. */
    Report compare(Samples ours, Samples bare) {
        put("perSecond", ours.perSecond());
        put("limitPerSecond", bare.perSecond());
        put("ratio", ours.perSecond() / bare.perSecond());
        waits("", ours);
        return waits("limit", bare);
    }

    /** And beside the least SQL that does the job. */
    Report lean(Samples ours, Samples lean) {
        put("leanPerSecond", lean.perSecond());
        put("leanRatio", ours.perSecond() / lean.perSecond());
        return waits("lean", lean);
    }

    private Report waits(String prefix, Samples samples) {
        put(name(prefix, "p50Ms"), samples.millis(0.5));
        put(name(prefix, "p99Ms"), samples.millis(0.99));
        return put(name(prefix, "p999Ms"), samples.millis(0.999));
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Prints it and writes {@code target/bench/NAME.json}. */
    void tell() {
        System.out.println();
        values.forEach((name, value) -> System.out.println(pad(name) + value));
        System.out.println();
        try {
            Path file = Jars.target().resolve("bench").resolve(bench + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(values) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pad(String name) {
        return "  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
    }
}
