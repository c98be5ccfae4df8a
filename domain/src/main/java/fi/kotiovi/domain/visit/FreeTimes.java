package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.TAKEN_TIMES;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.springframework.stereotype.Component;

/**
 * Times that could be booked. A list for people to choose from, never a promise: the claim decides.
 */
@Component
class FreeTimes {
    /** Nobody can come sooner than this; the desk needs to prepare. */
    static final Duration NOTICE = Duration.ofMinutes(30);

    /** How far ahead, in days (domain.md 4.1). */
    static final int HORIZON_DAYS = 30;

    private static final int NEAREST = 3;

    private final DSLContext db;
    private final OpenTimes openTimes;
    private final Clock clock;

    FreeTimes(DSLContext db, OpenTimes openTimes, Clock clock) {
        this.db = db;
        this.openTimes = openTimes;
        this.clock = clock;
    }

    /** The free times of the dates, both included, in order. */
    List<Slot> between(UUID office, int minutes, LocalDate first, LocalDate last) {
        var now = Helsinki.now(clock);
        var earliest = now.plus(NOTICE);
        var end = min(last, Helsinki.dateOf(now).plusDays(HORIZON_DAYS));
        var open = openTimes.between(office, OfficeService.APPOINTMENT, max(first, Helsinki.dateOf(now)), end);
        if (open.isEmpty()) {
            return List.of();
        }
        var counters = db.fetchCount(COUNTER, COUNTER.OFFICE_ID.eq(office));
        var taken = taken(
                office, Ranges.range(open.getFirst().from(), open.getLast().until()), now);
        var free = new ArrayList<Slot>();
        for (var span : open) {
            for (var start = span.from();
                    !start.plusMinutes(minutes).isAfter(span.until());
                    start = start.plusMinutes(minutes)) {
                var left = counters - inUse(taken, new Span(start, start.plusMinutes(minutes)));
                if (left > 0 && !start.isBefore(earliest)) {
                    free.add(new Slot(start, left));
                }
            }
        }
        return free;
    }

    /** Whether the office receives people at that time, taken or not. */
    boolean isOffered(UUID office, OffsetDateTime start, int minutes) {
        var now = Helsinki.now(clock);
        var day = Helsinki.dateOf(start);
        return !start.isBefore(now.plus(NOTICE))
                && !day.isAfter(Helsinki.dateOf(now).plusDays(HORIZON_DAYS))
                && openTimes.on(office, OfficeService.APPOINTMENT, day).stream()
                        .anyMatch(span -> isOnGrid(span, start, minutes));
    }

    private static boolean isOnGrid(Span span, OffsetDateTime start, int minutes) {
        return !start.isBefore(span.from())
                && !start.plusMinutes(minutes).isAfter(span.until())
                && Duration.between(span.from(), start).toNanos()
                                % Duration.ofMinutes(minutes).toNanos()
                        == 0;
    }

    /** The three free times closest to the wanted one, in order of time. */
    List<Slot> nearest(UUID office, int minutes, OffsetDateTime wanted) {
        var day = Helsinki.dateOf(wanted);
        return between(office, minutes, day.minusDays(7), day.plusDays(14)).stream()
                .filter(slot -> !slot.start().isEqual(wanted))
                .sorted(Comparator.comparing(
                        slot -> Duration.between(wanted, slot.start()).abs()))
                .limit(NEAREST)
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    private List<Taken> taken(UUID office, OffsetDateTimeRange window, OffsetDateTime now) {
        var times = TAKEN_TIMES(office, window, now);
        return db.select(times.COUNTER_ID, times.DURING)
                .from(times)
                .fetch(r -> new Taken(r.value1(), new Span(Ranges.start(r.value2()), Ranges.end(r.value2()))));
    }

    /** How many counters; one that is busy twice in that time is one. */
    private static int inUse(List<Taken> taken, Span slot) {
        return (int) taken.stream()
                .filter(visit -> slot.overlaps(visit.during))
                .map(Taken::counter)
                .distinct()
                .count();
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private record Taken(UUID counter, Span during) {}
}
