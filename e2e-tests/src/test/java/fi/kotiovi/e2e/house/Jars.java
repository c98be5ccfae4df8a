package fi.kotiovi.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packaged applications lie. */
public final class Jars {
    private Jars() {}

    /** The directory of the whole repository. */
    public static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("Run this below the directory that holds mvnw.");
    }

    /** This module's build directory. */
    public static Path target() {
        return root().resolve("e2e-tests/target");
    }

    /** The jar of {@code portal} or {@code backoffice}. */
    public static Path of(String module) {
        var target = root().resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, "kotiovi-" + module + "-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + target + ": run ./mvnw package first.", e);
        }
        throw new IllegalStateException("There is no jar in " + target + ": run ./mvnw package first.");
    }
}
