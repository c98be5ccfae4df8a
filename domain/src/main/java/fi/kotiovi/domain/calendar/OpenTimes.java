package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.CLOSURE;
import static fi.kotiovi.db.Tables.OPENING_EVE;
import static fi.kotiovi.db.Tables.OPENING_EXCEPTION;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.db.Tables.OPENING_ORDINAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.springframework.stereotype.Component;

/** When an office is open for a service: closures, single days, holidays, eves, ordinal days, the week (domain.md 4.5). */
@Component
public class OpenTimes {
    private final DSLContext db;
    private final Holidays holidays;

    OpenTimes(DSLContext db, Holidays holidays) {
        this.db = db;
        this.holidays = holidays;
    }

    /** What an office has published about a service, in one question. Runs in the caller's transaction. */
    public Openings of(UUID office, OfficeService service) {
        return new Openings(db.select(
                        weekly(office, service),
                        ordinals(office, service),
                        eves(office, service),
                        exceptions(office, service),
                        closures(office))
                .fetchSingle(mapping(OpeningRules::new)));
    }

    private static Field<List<OpeningRules.Weekly>> weekly(UUID office, OfficeService service) {
        var t = OPENING_HOURS;
        return multiset(select(t.ISO_WEEKDAY, t.OPENS, t.CLOSES, t.VALID)
                        .from(t)
                        .where(t.OFFICE_ID.eq(office))
                        .and(t.SERVICE.eq(service))
                        .orderBy(t.OPENS))
                .convertFrom(rows -> rows.map(mapping(OpeningRules.Weekly::new)));
    }

    private static Field<List<OpeningRules.Ordinal>> ordinals(UUID office, OfficeService service) {
        var t = OPENING_ORDINAL;
        return multiset(select(t.ORDINAL, t.OPENS, t.CLOSES, t.VALID)
                        .from(t)
                        .where(t.OFFICE_ID.eq(office))
                        .and(t.SERVICE.eq(service))
                        .orderBy(t.ORDINAL))
                .convertFrom(rows -> rows.map(mapping(OpeningRules.Ordinal::new)));
    }

    private static Field<List<OpeningRules.Eve>> eves(UUID office, OfficeService service) {
        var t = OPENING_EVE;
        return multiset(select(t.CLOSES, t.VALID)
                        .from(t)
                        .where(t.OFFICE_ID.eq(office))
                        .and(t.SERVICE.eq(service)))
                .convertFrom(rows -> rows.map(mapping(OpeningRules.Eve::new)));
    }

    private static Field<List<OpeningRules.SingleDay>> exceptions(UUID office, OfficeService service) {
        var t = OPENING_EXCEPTION;
        return multiset(select(
                                t.DAY,
                                t.OPENS,
                                t.CLOSES,
                                row(t.REASON_FI, t.REASON_SV, t.REASON_EN).mapping(Localized::new))
                        .from(t)
                        .where(t.OFFICE_ID.eq(office))
                        .and(t.SERVICE.eq(service)))
                .convertFrom(rows -> rows.map(mapping(OpeningRules.SingleDay::new)));
    }

    private static Field<List<OpeningRules.Closed>> closures(UUID office) {
        var t = CLOSURE;
        return multiset(select(
                                t.DURING.convertFrom(Span::of),
                                row(t.REASON_FI, t.REASON_SV, t.REASON_EN).mapping(Localized::new))
                        .from(t)
                        .where(t.OFFICE_ID.isNull().or(t.OFFICE_ID.eq(office))))
                .convertFrom(rows -> rows.map(mapping(OpeningRules.Closed::new)));
    }

    /** The rules of one office for one service, read once and asked about as many days as somebody wants to see. */
    public final class Openings {
        private final OpeningRules rules;

        private Openings(OpeningRules rules) {
            this.rules = rules;
        }

        /** The spans of several days in order, both dates included; none of a day when the office is closed. */
        public List<Span> between(LocalDate first, LocalDate last) {
            return days(first, last).flatMap(day -> day.open().stream()).toList();
        }

        /** Each of several days in order, both dates included, with the rule that decided. */
        public Stream<OpeningDay> days(LocalDate first, LocalDate last) {
            return first.isAfter(last)
                    ? Stream.empty()
                    : first.datesUntil(last.plusDays(1)).map(day -> rules.on(day, holidays));
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

        public static Span of(OffsetDateTimeRange range) {
            var from = range.lower();
            var until = range.upper();
            return new Span(from == null ? OffsetDateTime.MIN : from, until == null ? OffsetDateTime.MAX : until);
        }

        public boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        public boolean includes(Span other) {
            return !other.from.isBefore(from) && !other.until.isAfter(until);
        }

        List<Span> minus(Span other) {
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
