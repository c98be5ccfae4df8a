package fi.kotiovi.schema.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The texts of the demo, in tables that somebody who writes can edit: {@code resources/demo/*.tsv}. */
final class Bank {
    private static final Map<String, List<String>> SAYINGS = sayings();

    private Bank() {}

    /** The lines of a file, split at tabs; the heading is left out. */
    static List<List<String>> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Bank.class.getResourceAsStream("/demo/" + name), name)) {
            var lines = new ArrayList<List<String>>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(List.of(line.split("\t", -1)));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** A short text in that language, {@code {name}} and the like filled in. */
    static String say(String key, Language language, String... names) {
        var text = language.of(Objects.requireNonNull(SAYINGS.get(key), key));
        for (int i = 0; i < names.length; i += 2) {
            text = text.replace("{" + names[i] + "}", names[i + 1]);
        }
        return text;
    }

    private static Map<String, List<String>> sayings() {
        var sayings = new HashMap<String, List<String>>();
        for (var line : lines("sayings.tsv")) {
            sayings.put(line.getFirst(), line.subList(1, 4));
        }
        return sayings;
    }
}
