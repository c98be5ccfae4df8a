package fi.kotiovi.e2e.trouble;

import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.Jars;
import fi.kotiovi.e2e.house.Until;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;

/** {@link Toil} as a process of its own. */
final class ToilProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Queue<String> told;
    private final Thread listener;

    /** @param told gets each line the program says, in order */
    ToilProcess(String jdbcUrl, Queue<String> told) {
        this.told = told;
        var log = Jars.target().resolve("logs").resolve("toil.log").toFile();
        try {
            process = new ProcessBuilder(List.of(
                            App.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Toil.class.getName(),
                            jdbcUrl))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        listener = Thread.ofPlatform().start(this::listen);
    }

    private void listen() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(told::add);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("Nobody closes this but the program itself", e);
        }
    }

    /** Waits until it has said so many lines more. */
    void says(int more) {
        var wanted = told.size() + more;
        Until.isTrue("%d lines more, see logs/toil.log".formatted(more), PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("It ended with " + process.exitValue() + ", see logs/toil.log");
            }
            return told.size() >= wanted;
        });
    }

    /** {@code kill -9}; what it has said before has been heard when this returns. */
    void kill() {
        process.destroyForcibly().onExit().join();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
