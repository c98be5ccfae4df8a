package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.calendar.BookingRule;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Openings;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.OpeningDay;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.vocabulary.NoticeUnit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When visits of one length may start at an office, whether a counter is free or not. */
final class TimeRules {
    private final int minutes;
    private final boolean forStaff;
    private final Openings openings;
    private final BookingRule rule;
    private final OffsetDateTime now;
    private final OffsetDateTime earliest;

    TimeRules(int minutes, boolean forStaff, Openings openings, BookingRule rule, OffsetDateTime now) {
        this.minutes = minutes;
        this.forStaff = forStaff;
        this.openings = openings;
        this.rule = rule;
        this.now = now;
        this.earliest = earliest();
    }

    /** The last date that can be booked; counted in dates, so that no change of the clocks moves it (T05). */
    LocalDate horizon() {
        return Helsinki.dateOf(now).plusDays(rule.horizonDays());
    }

    /** When visits may start from a moment until before another, in order. */
    List<OffsetDateTime> starts(OffsetDateTime from, OffsetDateTime until) {
        var first = from.isBefore(earliest) ? earliest : from;
        var last = Helsinki.dateOf(until).isBefore(horizon()) ? Helsinki.dateOf(until) : horizon();
        if (!first.isBefore(until)) {
            return List.of();
        }
        return openings.between(Helsinki.dateOf(first), last).stream()
                .flatMap(span -> starts(span).stream())
                .filter(start -> !start.isBefore(first) && start.isBefore(until))
                .toList();
    }

    /** The grid of one span: one visit, the rest after it, the next. */
    List<OffsetDateTime> starts(Span span) {
        var starts = new ArrayList<OffsetDateTime>();
        for (var start = span.from();
                !start.plusMinutes(minutes).isAfter(span.until());
                start = start.plusMinutes(minutes + rule.bufferMinutes())) {
            starts.add(start);
        }
        return starts;
    }

    Optional<Refusal> refusal(OffsetDateTime start) {
        if (start.isBefore(earliest)) {
            return Optional.of(Refusal.of(
                    rule.noticeUnit() == NoticeUnit.CLOCK ? Rule.TOO_SOON : Rule.TOO_SOON_IN_OPEN_HOURS,
                    rule.noticeMinutes()));
        }
        var date = Helsinki.dateOf(start);
        if (date.isAfter(horizon())) {
            return Optional.of(Refusal.of(Rule.TOO_FAR, rule.horizonDays()));
        }
        return closedThen(start);
    }

    /** The rule of opening that a time breaks, however near or far it is. */
    Optional<Refusal> closedThen(OffsetDateTime start) {
        var date = Helsinki.dateOf(start);
        var day = openings.days(date, date).findFirst().orElseThrow();
        var offered = day.open().stream()
                .flatMap(span -> starts(span).stream())
                .anyMatch(possible -> possible.isEqual(start));
        return offered ? Optional.empty() : Optional.of(closed(day));
    }

    static Refusal closed(OpeningDay day) {
        var broken = switch (day.rule()) {
            case CLOSURE -> Rule.CLOSURE;
            case EXCEPTION -> Rule.EXCEPTION;
            case HOLIDAY -> Rule.HOLIDAY;
            case EVE -> Rule.EVE;
            case ORDINAL, WEEKLY, NOT_OPEN -> Rule.NOT_OPEN;
        };
        return new Refusal(broken, day.name(), day.reason(), 0, null);
    }

    /** Nobody can come sooner than this: the desk needs to prepare. Staff may, who can see that it is prepared. */
    private OffsetDateTime earliest() {
        if (forStaff) {
            return now;
        }
        return rule.noticeUnit() == NoticeUnit.CLOCK ? now.plus(rule.notice()) : afterOpenTime(rule.notice());
    }

    /** When the office will have been open for so long from now; the horizon when that takes longer. */
    private OffsetDateTime afterOpenTime(Duration notice) {
        var left = notice;
        for (var span : openings.between(Helsinki.dateOf(now), horizon())) {
            var from = span.from().isBefore(now) ? now : span.from();
            if (!from.isBefore(span.until())) {
                continue;
            }
            var length = Duration.between(from, span.until());
            if (length.compareTo(left) >= 0) {
                return from.plus(left);
            }
            left = left.minus(length);
        }
        return horizon().plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
    }
}
