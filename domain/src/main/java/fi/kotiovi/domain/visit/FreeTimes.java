package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.BUSY_TIMES;
import static fi.kotiovi.db.Tables.COUNTER;

import fi.kotiovi.domain.calendar.CounterCapacities.Counters;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Openings;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.PublishedCalendars;
import fi.kotiovi.domain.calendar.PublishedCalendars.Published;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.visit.CounterClaims.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Times that could be booked. A list for people to choose from, never a promise: the claim decides. */
@Component
class FreeTimes {
    private static final int NEAREST = 3;

    /** Minutes in which the first who waits is asked, even where the office keeps nothing back. */
    private static final int SHORTEST_KEEPING = 2;

    /** How far around a wanted time to look, until enough is found; most find it in the first. */
    private static final List<Duration> AROUND =
            List.of(Duration.ofHours(2), Duration.ofDays(1), Duration.ofDays(4), Duration.ofDays(14));

    private final DSLContext db;
    private final PublishedCalendars calendars;
    private final Clock clock;

    FreeTimes(DSLContext db, PublishedCalendars calendars, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The times a resident may book at an office for visits of that length, as published at this moment. */
    Times at(UUID office, int minutes) {
        return new Times(office, minutes, false, calendars.of(office));
    }

    /** The same, staying as it is until the transaction ends: to book by. */
    Times toBook(UUID office, int minutes) {
        return new Times(office, minutes, false, calendars.beside(office));
    }

    /** The times staff may book for somebody: at once, and at the counters kept for callers too. */
    Times forStaff(UUID office, int minutes) {
        return new Times(office, minutes, true, calendars.of(office));
    }

    /** The same, staying as it is until the transaction ends: to book by. */
    Times forStaffToBook(UUID office, int minutes) {
        return new Times(office, minutes, true, calendars.beside(office));
    }

    /** The times of one office for visits of one length. */
    final class Times {
        private final UUID office;
        private final int minutes;
        private final boolean forStaff;
        private final Openings openings;
        private final Counters counters;
        private final TimeRules rules;
        private final OffsetDateTime now;

        private Times(UUID office, int minutes, boolean forStaff, Published published) {
            this.office = office;
            this.minutes = minutes;
            this.forStaff = forStaff;
            this.openings = published.openings();
            this.counters = published.counters();
            this.now = Helsinki.now(clock);
            this.rules = new TimeRules(minutes, forStaff, openings, counters.rule(), now);
        }

        /** The free times of the dates, both included, in order. */
        List<Slot> between(LocalDate first, LocalDate last) {
            return free(midnight(first), midnight(last.plusDays(1)));
        }

        /** The rule that a time breaks, taken or not; empty when the office receives people then. */
        Optional<Refusal> refusal(OffsetDateTime start) {
            return rules.refusal(start)
                    .or(() ->
                            served(start) > 0 ? Optional.empty() : Optional.of(Refusal.of(Refusal.Rule.NO_COUNTER, 0)));
        }

        /** The same for whoever may step over the horizon: the past, the opening hours and the counters stay. */
        Optional<Refusal> refusalWithoutHorizon(OffsetDateTime start) {
            return refusal(start)
                    .filter(why -> why.rule() != Refusal.Rule.TOO_FAR)
                    .or(() -> rules.closedThen(start))
                    .or(() ->
                            served(start) > 0 ? Optional.empty() : Optional.of(Refusal.of(Refusal.Rule.NO_COUNTER, 0)));
        }

        /** How long a counter is taken by such a visit: the visit, and the rest after it. */
        int taken() {
            return minutes + counters.rule().bufferMinutes();
        }

        /** How many counters can be booked for a visit that starts then. */
        private int served(OffsetDateTime start) {
            return counters.open(new Span(start, start.plusMinutes(minutes)), forStaff);
        }

        /** Whether a counter receives people for a visit that starts then. */
        boolean serves(int counter, OffsetDateTime start) {
            return counter <= served(start);
        }

        /** When visits may start on the dates, both included, whether a counter is free or not. */
        List<OffsetDateTime> starts(LocalDate first, LocalDate last) {
            return rules.starts(midnight(first), midnight(last.plusDays(1)));
        }

        /** What to claim for a visit that starts then. */
        Wanted wanted(OffsetDateTime start) {
            return new Wanted(office, start, taken(), served(start), forStaff, now);
        }

        /** How many visits, of different kinds, one person may have ahead. */
        int openVisits() {
            return counters.rule().openVisits();
        }

        /** Until when a time that is left now is kept for those who wait for an earlier one. */
        OffsetDateTime keptUntil() {
            return now.plusMinutes(Math.max(SHORTEST_KEEPING, counters.rule().coolDownMinutes()));
        }

        OffsetDateTime now() {
            return now;
        }

        LocalDate horizon() {
            return rules.horizon();
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

        /** What stands in the way on days of which none is free, both dates included (field-notes.md, B24). */
        WhyNothing why(LocalDate first, LocalDate last) {
            var found = new ArrayList<WhyNothing.Line>();
            openings.days(first, last).forEach(day -> {
                var refusal = day.isClosed()
                        ? TimeRules.closed(day)
                        : day.open().stream()
                                .flatMap(span -> rules.starts(span).stream())
                                .map(start -> refusal(start).orElse(Refusal.of(Refusal.Rule.ALL_TAKEN, 0)))
                                .reduce((one, other) -> other)
                                .orElse(Refusal.of(Refusal.Rule.NOT_OPEN, 0));
                for (int i = 0; i < found.size(); i++) {
                    var line = found.get(i);
                    if (line.refusal().equals(refusal)) {
                        found.set(i, new WhyNothing.Line(refusal, line.first(), line.days() + 1));
                        return;
                    }
                }
                found.add(new WhyNothing.Line(refusal, day.day(), 1));
            });
            return new WhyNothing(List.copyOf(found));
        }

        private List<Slot> free(OffsetDateTime from, OffsetDateTime until) {
            var starts = rules.starts(from, until);
            if (starts.isEmpty()) {
                return List.of();
            }
            var book = book(starts.getFirst(), starts.getLast().plusMinutes(taken()));
            return starts.stream()
                    .map(start -> new Slot(start, book.free(start, start.plusMinutes(taken()), served(start))))
                    .filter(slot -> slot.free() > 0)
                    .toList();
        }

        private CounterBook book(OffsetDateTime from, OffsetDateTime until) {
            var busy = BUSY_TIMES(office, Ranges.range(from, until), now);
            var book = new CounterBook();
            db.select(COUNTER.NUMBER, busy.BUSY_FROM, busy.BUSY_UNTIL)
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
}
