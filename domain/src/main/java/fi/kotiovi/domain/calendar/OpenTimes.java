package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.CLOSURE;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.vocabulary.OfficeService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.springframework.stereotype.Component;

/** When an office is open for a service on a date: weekly pattern, no holiday, no closure. A closure always wins. */
@Component
public class OpenTimes {
    private final DSLContext db;
    private final Holidays holidays;

    OpenTimes(DSLContext db, Holidays holidays) {
        this.db = db;
        this.holidays = holidays;
    }

    /** What an office has published about a service. Runs in the caller's transaction. */
    public Openings of(UUID office, OfficeService service) {
        var patterns = new ArrayList<Pattern>();
        var closures = new ArrayList<Span>();
        db.select(
                        OPENING_HOURS.ISO_WEEKDAY,
                        OPENING_HOURS.OPENS,
                        OPENING_HOURS.CLOSES,
                        OPENING_HOURS.VALID,
                        castNull(CLOSURE.DURING))
                .from(OPENING_HOURS)
                .where(OPENING_HOURS.OFFICE_ID.eq(office))
                .and(OPENING_HOURS.SERVICE.eq(service))
                .unionAll(select(
                                castNull(OPENING_HOURS.ISO_WEEKDAY),
                                castNull(OPENING_HOURS.OPENS),
                                castNull(OPENING_HOURS.CLOSES),
                                castNull(OPENING_HOURS.VALID),
                                CLOSURE.DURING)
                        .from(CLOSURE)
                        .where(CLOSURE.OFFICE_ID.isNull().or(CLOSURE.OFFICE_ID.eq(office))))
                .forEach(r -> {
                    if (r.value5() == null) {
                        patterns.add(new Pattern(r.value1(), r.value2(), r.value3(), r.value4()));
                    } else {
                        closures.add(Span.of(r.value5()));
                    }
                });
        patterns.sort(Comparator.comparing(Pattern::opens));
        return new Openings(patterns, closures);
    }

    /** Opening hours and closures, read once and asked about as many days as somebody wants to see. */
    public final class Openings {
        private final List<Pattern> patterns;
        private final List<Span> closures;

        private Openings(List<Pattern> patterns, List<Span> closures) {
            this.patterns = patterns;
            this.closures = closures;
        }

        /** The spans of several days in order, both dates included; none of a day when the office is closed. */
        public List<Span> between(LocalDate first, LocalDate last) {
            var days = Span.of(first, LocalTime.MIN, LocalTime.MIN).until(last.plusDays(1));
            var closed = closures.stream().filter(days::overlaps).toList();
            var open = new ArrayList<Span>();
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (holidays.isHoliday(day)) {
                    continue;
                }
                for (var pattern : patterns) {
                    if (pattern.appliesTo(day)) {
                        open.addAll(Span.of(day, pattern.opens, pattern.closes).minus(closed));
                    }
                }
            }
            return open;
        }
    }

    private record Pattern(int isoWeekday, LocalTime opens, LocalTime closes, LocalDateRange valid) {
        boolean appliesTo(LocalDate day) {
            var from = valid.lower();
            var until = valid.upper();
            return day.getDayOfWeek().getValue() == isoWeekday
                    && (from == null || !day.isBefore(from))
                    && (until == null || day.isBefore(until));
        }
    }

    /** A half-open span of time. */
    public record Span(OffsetDateTime from, OffsetDateTime until) {
        /** Wall-clock times of one date in Helsinki; on a day when the clocks change they stay what the door says. */
        static Span of(LocalDate day, LocalTime opens, LocalTime closes) {
            return new Span(
                    day.atTime(opens).atZone(Helsinki.ZONE).toOffsetDateTime(),
                    day.atTime(closes).atZone(Helsinki.ZONE).toOffsetDateTime());
        }

        static Span of(OffsetDateTimeRange range) {
            var from = range.lower();
            var until = range.upper();
            return new Span(from == null ? OffsetDateTime.MIN : from, until == null ? OffsetDateTime.MAX : until);
        }

        Span until(LocalDate end) {
            return new Span(from, end.atStartOfDay(Helsinki.ZONE).toOffsetDateTime());
        }

        public boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        private List<Span> minus(List<Span> others) {
            var left = List.of(this);
            for (var other : others) {
                left = left.stream().flatMap(span -> span.minus(other).stream()).toList();
            }
            return left;
        }

        private List<Span> minus(Span other) {
            if (!overlaps(other)) {
                return List.of(this);
            }
            var left = new ArrayList<Span>(2);
            if (from.isBefore(other.from)) {
                left.add(new Span(from, other.from));
            }
            if (other.until.isBefore(until)) {
                left.add(new Span(other.until, until));
            }
            return left;
        }
    }
}
