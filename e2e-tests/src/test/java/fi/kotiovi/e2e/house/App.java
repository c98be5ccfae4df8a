package fi.kotiovi.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the two applications as a process of its own; its log is in {@code target/logs}. */
public final class App implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final List<String> command;
    private final Map<String, String> settings;
    private @Nullable Process process;

    /** Started by {@link #start}; {@code command} ends in what {@code java} is given. */
    public App(String name, int port, List<String> command, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.command = command;
        this.settings = settings;
    }

    /** Starts quickly and runs slowly, which suits tests: only the simple compiler. */
    public static List<String> quickly(Path jar) {
        return List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    /** The Java that runs this. */
    public static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** A port nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts without waiting; settings of whoever runs the tests do not leak in. */
    public App start() {
        try {
            var log = log();
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(new ArrayList<>(command));
            builder.environment().keySet().removeIf(key -> key.startsWith("KOTIOVI_"));
            builder.environment().putAll(settings);
            var started = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // when a test run is stopped half-way, nothing may stay behind
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
            process = started;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start", e);
        }
    }

    /** Waits until it answers that it is well. */
    public App awaitHealthy() {
        Until.isTrue(name + " is healthy, see " + log(), START, () -> {
            if (!isRunning()) {
                throw new AssertionError(
                        "%s ended with %d:%n%s".formatted(name, running().exitValue(), logText()));
            }
            return status("/actuator/health") == 200;
        });
        return this;
    }

    /** The HTTP status of a page, or 0 when nobody answers. */
    public int status(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the process to end by itself. */
    public int exitValue(Duration patience) {
        try {
            if (!running().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new AssertionError(name + " still runs after " + patience + ", see " + log());
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if the power went: {@code kill -9}. */
    public void kill() {
        running().destroyForcibly().onExit().join();
    }

    public long pid() {
        return running().pid();
    }

    private Path log() {
        return Jars.target().resolve("logs").resolve(name + ".log");
    }

    /** Everything it has said so far. */
    public String logText() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "";
        }
    }

    /** The settings it was started with, some of them changed. */
    public Map<String, String> settingsWith(Map<String, String> changed) {
        var all = new TreeMap<>(settings);
        all.putAll(changed);
        return all;
    }

    private boolean isRunning() {
        return running().isAlive();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }
    }
}
