package fi.kotiovi.backoffice.calendar;

import fi.kotiovi.domain.calendar.TimeSpan;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hours as people write them on a door: {@code 9–12, 13.30–15}. */
final class HoursText {
    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[.:](\\d{2}))?");

    private HoursText() {}

    static String of(List<TimeSpan> spans) {
        return spans.stream()
                .map(span -> time(span.opens()) + "–" + time(span.closes()))
                .collect(Collectors.joining(", "));
    }

    /** The spans in a text; none when it is blank; empty when it cannot be understood. */
    static Optional<List<TimeSpan>> read(String text) {
        var spans = new ArrayList<TimeSpan>();
        if (text.isBlank()) {
            return Optional.of(spans);
        }
        for (var part : text.split("[,;]", -1)) {
            var found = SPAN.matcher(part.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            var opens = time(found.group(1), found.group(2));
            var closes = time(found.group(3), found.group(4));
            if (opens.isEmpty() || closes.isEmpty() || !opens.get().isBefore(closes.get())) {
                return Optional.empty();
            }
            spans.add(new TimeSpan(opens.get(), closes.get()));
        }
        return Optional.of(spans);
    }

    private static Optional<LocalTime> time(String hour, @Nullable String minute) {
        var h = Integer.parseInt(hour);
        var m = minute == null ? 0 : Integer.parseInt(minute);
        return h < 24 && m < 60 ? Optional.of(LocalTime.of(h, m)) : Optional.empty();
    }

    private static String time(LocalTime time) {
        return time.getMinute() == 0
                ? String.valueOf(time.getHour())
                : "%d.%02d".formatted(time.getHour(), time.getMinute());
    }
}
