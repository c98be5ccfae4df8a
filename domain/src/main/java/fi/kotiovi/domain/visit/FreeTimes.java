package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.BUSY_TIMES;
import static fi.kotiovi.db.Tables.COUNTER;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Openings;
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
import org.springframework.stereotype.Component;

/** Times that could be booked. A list for people to choose from, never a promise: the claim decides. */
@Component
class FreeTimes {
    /** Nobody can come sooner than this; the desk needs to prepare. */
    static final Duration NOTICE = Duration.ofMinutes(30);

    /** How far ahead, in days (domain.md 4.1). */
    static final int HORIZON_DAYS = 30;

    private static final int NEAREST = 3;

    /** How far around a wanted time to look, until enough is found; most find it in the first. */
    private static final List<Duration> AROUND =
            List.of(Duration.ofHours(2), Duration.ofDays(1), Duration.ofDays(4), Duration.ofDays(14));

    private final DSLContext db;
    private final OpenTimes openTimes;
    private final Clock clock;

    FreeTimes(DSLContext db, OpenTimes openTimes, Clock clock) {
        this.db = db;
        this.openTimes = openTimes;
        this.clock = clock;
    }

    /** The times of an office for visits of that length, as published at this moment. */
    Times at(UUID office, int minutes) {
        return new Times(office, minutes, openTimes.of(office, OfficeService.APPOINTMENT), Helsinki.now(clock));
    }

    /** The times of one office for visits of one length. */
    final class Times {
        private final UUID office;
        private final int minutes;
        private final Openings openings;
        private final OffsetDateTime now;

        private Times(UUID office, int minutes, Openings openings, OffsetDateTime now) {
            this.office = office;
            this.minutes = minutes;
            this.openings = openings;
            this.now = now;
        }

        /** The free times of the dates, both included, in order. */
        List<Slot> between(LocalDate first, LocalDate last) {
            return free(midnight(first), midnight(last.plusDays(1)));
        }

        /** Whether the office receives people at that time, taken or not. */
        boolean include(OffsetDateTime start) {
            return starts(start, start.plusNanos(1)).stream().anyMatch(offered -> offered.isEqual(start));
        }

        /** The three free times closest to the wanted one, in order of time. */
        List<Slot> nearest(OffsetDateTime wanted) {
            var near = List.<Slot>of();
            for (var reach : AROUND) {
                near = free(wanted.minus(reach), wanted.plus(reach)).stream()
                        .filter(slot -> !slot.start().isEqual(wanted))
                        .sorted(Comparator.comparing(
                                slot -> Duration.between(wanted, slot.start()).abs()))
                        .limit(NEAREST)
                        .sorted(Comparator.comparing(Slot::start))
                        .toList();
                if (near.size() == NEAREST) {
                    break;
                }
            }
            return near;
        }

        private List<Slot> free(OffsetDateTime from, OffsetDateTime until) {
            var starts = starts(from, until);
            if (starts.isEmpty()) {
                return List.of();
            }
            var book = book(starts.getFirst(), starts.getLast().plusMinutes(minutes));
            return starts.stream()
                    .map(start -> new Slot(start, book.free(start, start.plusMinutes(minutes))))
                    .filter(slot -> slot.free() > 0)
                    .toList();
        }

        /** When visits may start from a moment until before another, taken or not, in order. */
        private List<OffsetDateTime> starts(OffsetDateTime from, OffsetDateTime until) {
            var earliest = now.plus(NOTICE);
            var first = from.isBefore(earliest) ? earliest : from;
            var starts = new ArrayList<OffsetDateTime>();
            if (first.isBefore(until)) {
                for (var span : openings.between(Helsinki.dateOf(first), min(Helsinki.dateOf(until), horizon()))) {
                    for (var start = span.from();
                            start.isBefore(until) && !start.plusMinutes(minutes).isAfter(span.until());
                            start = start.plusMinutes(minutes)) {
                        if (!start.isBefore(first)) {
                            starts.add(start);
                        }
                    }
                }
            }
            return starts;
        }

        private LocalDate horizon() {
            return Helsinki.dateOf(now).plusDays(HORIZON_DAYS);
        }

        private CounterBook book(OffsetDateTime from, OffsetDateTime until) {
            var busy = BUSY_TIMES(office, Ranges.range(from, until), now);
            var book = new CounterBook();
            db.select(COUNTER.ID, busy.BUSY_FROM, busy.BUSY_UNTIL)
                    .from(COUNTER)
                    .leftJoin(busy)
                    .on(busy.COUNTER_ID.eq(COUNTER.ID))
                    .where(COUNTER.OFFICE_ID.eq(office))
                    .forEach(r -> book.add(r.value1(), r.value2(), r.value3()));
            return book;
        }
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
