package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When an office can call: its telephone hours of the coming days, a couple of hours at a time. */
@Component
class CallBackHours {
    private static final int LOOK_AHEAD_DAYS = 10;
    private static final int MOST = 12;
    private static final Duration ONE = Duration.ofHours(2);

    /** Less is left of it than somebody needs to get to it. */
    private static final Duration TOO_LITTLE = Duration.ofMinutes(30);

    private final OpenTimes openTimes;

    CallBackHours(OpenTimes openTimes) {
        this.openTimes = openTimes;
    }

    List<Span> windows(UUID office, OffsetDateTime now) {
        var today = Helsinki.dateOf(now);
        return openTimes.of(office, OfficeService.PHONE).between(today, today.plusDays(LOOK_AHEAD_DAYS)).stream()
                .flatMap(CallBackHours::parts)
                .filter(part -> part.until().minus(TOO_LITTLE).isAfter(now))
                .limit(MOST)
                .toList();
    }

    /** The last part takes what would be too short to stand alone. */
    private static Stream<Span> parts(Span span) {
        return Stream.iterate(span.from(), from -> from.isBefore(span.until()), from -> end(from, span.until()))
                .map(from -> new Span(from, end(from, span.until())));
    }

    private static OffsetDateTime end(OffsetDateTime from, OffsetDateTime close) {
        var end = from.plus(ONE);
        return end.plus(TOO_LITTLE).isAfter(close) ? close : end;
    }
}
