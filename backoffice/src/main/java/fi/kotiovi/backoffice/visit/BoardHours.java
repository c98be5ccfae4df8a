package fi.kotiovi.backoffice.visit;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.visit.VisitBoard;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The hours of the wall clock that the board shows, and where a time lies on it. */
record BoardHours(int from, int until) implements Serializable {
    private static final int EARLY = 8;
    private static final int LATE = 16;
    private static final int HOUR = 60;

    /** An hour before the first and after the last that is open or booked, so that there is air to move into. */
    static BoardHours of(List<VisitBoard.Day> days) {
        var opens = days.stream().flatMap(day -> day.opening().open().stream()).map(span -> local(span.from()));
        var closes = days.stream().flatMap(day -> day.opening().open().stream()).map(span -> local(span.until()));
        var comes = days.stream().flatMap(day -> day.visits().stream()).map(visit -> local(visit.start()));
        var goes = days.stream().flatMap(day -> day.visits().stream()).map(visit -> local(visit.end()));
        var first =
                Stream.concat(opens, comes).mapToInt(LocalTime::getHour).min().orElse(EARLY + 1);
        var last = Stream.concat(closes, goes)
                .mapToInt(BoardHours::hourAfter)
                .max()
                .orElse(LATE - 1);
        return new BoardHours(Math.max(0, Math.min(EARLY, first - 1)), Math.min(24, Math.max(LATE, last + 1)));
    }

    private static int hourAfter(LocalTime time) {
        return time.getMinute() == 0 ? time.getHour() : time.getHour() + 1;
    }

    int minutes() {
        return (until - from) * HOUR;
    }

    int at(LocalTime time) {
        return time.getHour() * HOUR + time.getMinute() - from * HOUR;
    }

    int at(OffsetDateTime moment) {
        return at(local(moment));
    }

    /** Where something lies and how long it is, for the stylesheet. */
    String place(Span span) {
        return "--at: %d; --long: %d".formatted(at(span.from()), at(span.until()) - at(span.from()));
    }

    boolean includes(LocalTime time) {
        return time.getHour() >= from && time.getHour() < until;
    }

    static LocalTime local(OffsetDateTime moment) {
        return wall(moment).toLocalTime();
    }

    static LocalDateTime wall(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime();
    }
}
