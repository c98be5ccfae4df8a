package fi.kotiovi.domain.calendar;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.OpeningDay.Rule;
import fi.kotiovi.vocabulary.OrdinalDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;

/** What one office has published about one service, and how its rules rank (domain.md 4.5). */
record OpeningRules(
        List<Weekly> weekly,
        List<Ordinal> ordinals,
        List<Eve> eves,
        List<SingleDay> exceptions,
        List<Closed> closures) {
    OpeningDay on(LocalDate day, Holidays holidays) {
        var ruled = withoutClosures(day, holidays);
        for (var closure : closures) {
            if (ruled.open().stream().anyMatch(closure.during::overlaps)) {
                var left = ruled.open().stream()
                        .flatMap(span -> span.minus(closure.during).stream())
                        .toList();
                ruled = new OpeningDay(day, left, Rule.CLOSURE, null, closure.reason);
            }
        }
        return ruled;
    }

    private OpeningDay withoutClosures(LocalDate day, Holidays holidays) {
        for (var exception : exceptions) {
            if (exception.day.equals(day)) {
                return new OpeningDay(day, exception.spans(), Rule.EXCEPTION, null, exception.reason);
            }
        }
        var holiday = holidays.nameOf(day);
        if (holiday.isPresent()) {
            return new OpeningDay(day, List.of(), Rule.HOLIDAY, holiday.get(), null);
        }
        var ordinary = ordinary(day, holidays);
        var eve = holidays.eveOf(day);
        for (var early : eves) {
            if (eve.isPresent() && includes(early.valid, day) && !ordinary.isClosed()) {
                return new OpeningDay(day, early.cut(day, ordinary.open()), Rule.EVE, eve.get(), null);
            }
        }
        return ordinary;
    }

    private OpeningDay ordinary(LocalDate day, Holidays holidays) {
        for (var special : ordinals) {
            Predicate<LocalDate> applies = switch (special.ordinal) {
                case FIRST_WORKING_DAY -> holidays::isFirstWorkingDay;
                case LAST_WORKING_DAY -> holidays::isLastWorkingDay;
            };
            if (includes(special.valid, day) && applies.test(day)) {
                return new OpeningDay(
                        day, List.of(Span.of(day, special.opens, special.closes)), Rule.ORDINAL, null, null);
            }
        }
        var open = weekly.stream()
                .filter(pattern -> pattern.isoWeekday == day.getDayOfWeek().getValue())
                .filter(pattern -> includes(pattern.valid, day))
                .map(pattern -> Span.of(day, pattern.opens, pattern.closes))
                .toList();
        return new OpeningDay(day, open, open.isEmpty() ? Rule.NOT_OPEN : Rule.WEEKLY, null, null);
    }

    static boolean includes(LocalDateRange valid, LocalDate day) {
        var from = valid.lower();
        var until = valid.upper();
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    record Weekly(int isoWeekday, LocalTime opens, LocalTime closes, LocalDateRange valid) {}

    record Ordinal(OrdinalDay ordinal, LocalTime opens, LocalTime closes, LocalDateRange valid) {}

    record Eve(LocalTime closes, LocalDateRange valid) {
        private List<Span> cut(LocalDate day, List<Span> open) {
            var closed = Span.of(day, closes, LocalTime.MAX);
            return open.stream().flatMap(span -> span.minus(closed).stream()).toList();
        }
    }

    record SingleDay(
            LocalDate day,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            Localized reason) {
        private List<Span> spans() {
            return opens == null || closes == null ? List.of() : List.of(Span.of(day, opens, closes));
        }
    }

    record Closed(Span during, Localized reason) {}
}
