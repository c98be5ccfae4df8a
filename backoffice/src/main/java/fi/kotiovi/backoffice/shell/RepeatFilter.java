package fi.kotiovi.backoffice.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets everything that ticks complain once a minute and not every second: a database that is away for a night must not
 * fill the disk.
 */
public class RepeatFilter extends TurboFilter {
    private static final long MINUTE = 60_000_000_000L;
    private static final List<String> TICKING = List.of(
            "org.quartz",
            "org.springframework.scheduling.quartz",
            "com.zaxxer.hikari",
            "fi.kotiovi.backoffice.job",
            "fi.kotiovi.backoffice.notification");

    private final Map<String, Long> lastSaid = new ConcurrentHashMap<>();

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || !ticks(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        var now = System.nanoTime();
        var due = new boolean[1];
        lastSaid.compute(subject(logger.getName(), format), (said, at) -> {
            due[0] = at == null || now - at >= MINUTE;
            return due[0] || at == null ? Long.valueOf(now) : at;
        });
        return due[0] ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Libraries put changing figures into their complaints; ours are the same every time. */
    private static String subject(String logger, String format) {
        return logger.startsWith("fi.kotiovi") ? logger + format : logger;
    }

    private static boolean ticks(String logger) {
        return TICKING.stream().anyMatch(logger::startsWith);
    }
}
