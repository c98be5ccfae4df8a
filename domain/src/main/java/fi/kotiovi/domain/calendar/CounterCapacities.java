package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.BOOKING_RULE;
import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.COUNTER_CAPACITY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.vocabulary.CapacityOccasion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many counters of an office receive people, and what it asks of whoever books (domain.md 4.6). */
@Component
public class CounterCapacities {
    private static final List<CapacityOccasion> STRONGEST_FIRST =
            List.of(CapacityOccasion.DAY, CapacityOccasion.MONTH_CHANGE, CapacityOccasion.WEEKDAY);

    private final DSLContext db;
    private final Holidays holidays;

    CounterCapacities(DSLContext db, Holidays holidays) {
        this.db = db;
        this.holidays = holidays;
    }

    /** What holds at an office, in one question; the booking rule as of {@code today}. Runs in the caller's transaction. */
    public Counters of(UUID office, LocalDate today) {
        var t = COUNTER_CAPACITY;
        var capacities = multiset(
                        select(t.OCCASION, t.ISO_WEEKDAY, t.DAY, t.OPENS, t.CLOSES, t.COUNTERS, t.STAFF_ONLY, t.VALID)
                                .from(t)
                                .where(t.OFFICE_ID.eq(office)))
                .convertFrom(rows -> rows.map(mapping(Capacity::new)));
        var r = BOOKING_RULE;
        var rules = multiset(select(
                                r.NOTICE_MINUTES,
                                r.NOTICE_UNIT,
                                r.HORIZON_DAYS,
                                r.OPEN_VISITS,
                                r.BUFFER_MINUTES,
                                r.COOL_DOWN_MINUTES)
                        .from(r)
                        .where(r.OFFICE_ID.eq(office))
                        .and(Ranges.holds(r.VALID, today)))
                .convertFrom(rows -> rows.map(mapping(BookingRule::new)));
        return db.select(field(selectCount().from(COUNTER).where(COUNTER.OFFICE_ID.eq(val(office)))), capacities, rules)
                .fetchSingle(mapping((all, special, rule) -> new Counters(
                        Objects.requireNonNull(all), special, rule.isEmpty() ? BookingRule.USUAL : rule.getFirst())));
    }

    /** How many counters when; several may ask at once. */
    public final class Counters {
        private final int all;
        private final List<Capacity> special;
        private final BookingRule rule;
        private final Map<LocalDate, List<Capacity>> byDay = new ConcurrentHashMap<>();

        private Counters(int all, List<Capacity> special, BookingRule rule) {
            this.all = all;
            this.special = special;
            this.rule = rule;
        }

        public BookingRule rule() {
            return rule;
        }

        /** For how many people at once the office can book within a span; residents cannot take what staff keeps. */
        public int open(Span span, boolean forStaff) {
            var left = all;
            for (var capacity : on(Helsinki.dateOf(span.from()))) {
                if (capacity.overlaps(span)) {
                    left = Math.min(left, capacity.counters - (forStaff ? 0 : capacity.staffOnly));
                }
            }
            return left;
        }

        private List<Capacity> on(LocalDate day) {
            var known = byDay.get(day);
            if (known == null) {
                known = decides(day);
                byDay.put(day, known);
            }
            return known;
        }

        /** A span cut where the number of counters changes. */
        public List<Span> parts(Span span) {
            var day = Helsinki.dateOf(span.from());
            var cuts = on(day).stream()
                    .map(capacity -> Span.of(day, capacity.opens, capacity.closes))
                    .flatMap(when -> Stream.of(when.from(), when.until()))
                    .filter(cut -> cut.isAfter(span.from()) && cut.isBefore(span.until()))
                    .sorted()
                    .distinct()
                    .toList();
            var parts = new ArrayList<Span>();
            var from = span.from();
            for (var cut : cuts) {
                parts.add(new Span(from, cut));
                from = cut;
            }
            parts.add(new Span(from, span.until()));
            return parts;
        }

        /** The rules of the strongest occasion that says anything about a date. */
        private List<Capacity> decides(LocalDate day) {
            return STRONGEST_FIRST.stream()
                    .map(occasion -> special.stream()
                            .filter(capacity -> capacity.occasion == occasion && capacity.isOn(day, holidays))
                            .toList())
                    .filter(rules -> !rules.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }

    private record Capacity(
            CapacityOccasion occasion,
            @Nullable Integer isoWeekday,
            @Nullable LocalDate day,
            LocalTime opens,
            LocalTime closes,
            int counters,
            int staffOnly,
            LocalDateRange valid) {
        boolean isOn(LocalDate date, Holidays holidays) {
            return OpeningRules.includes(valid, date)
                    && switch (occasion) {
                        case DAY -> date.equals(day);
                        case MONTH_CHANGE -> holidays.isMonthChange(date);
                        case WEEKDAY ->
                            Objects.equals(isoWeekday, date.getDayOfWeek().getValue());
                    };
        }

        boolean overlaps(Span span) {
            return Span.of(Helsinki.dateOf(span.from()), opens, closes).overlaps(span);
        }
    }
}
