package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.FREED_TIME;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.SERVING;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Where a visit could move to on certain dates. For people to choose from, never a promise: {@link StaffMoves} decides. */
@Component
class BoardPlaces {
    private static final int OUTSIDE_STEP = 15;

    private final DSLContext db;
    private final Callers callers;
    private final FreeTimes freeTimes;

    BoardPlaces(DSLContext db, Callers callers, FreeTimes freeTimes) {
        this.db = db;
        this.callers = callers;
        this.freeTimes = freeTimes;
    }

    List<BoardPlace> of(UUID office, DeskVisit moving, LocalDate first, LocalDate last, int fromHour, int untilHour) {
        var times = freeTimes.forStaff(office, moving.type().minutes());
        var busy = busy(office, moving.id(), first, last, times.now());
        var numbers = db.select(COUNTER.NUMBER)
                .from(COUNTER)
                .where(COUNTER.OFFICE_ID.eq(office))
                .orderBy(COUNTER.NUMBER)
                .fetch(COUNTER.NUMBER);
        var offered = times.starts(first, last);
        var places = new ArrayList<BoardPlace>();
        for (var number : numbers) {
            var own = offered.stream()
                    .filter(start -> times.serves(number, start))
                    .toList();
            own.stream()
                    .filter(start -> isFree(busy, number, start, times.taken()))
                    .forEach(start -> places.add(place(start, number, true)));
            if (mayStepOver()) {
                var spans = own.stream()
                        .map(start -> new Span(start, start.plusMinutes(times.taken())))
                        .toList();
                first.datesUntil(last.plusDays(1))
                        .flatMap(day -> quarters(day, fromHour, untilHour))
                        .filter(start -> start.isAfter(times.now()))
                        .filter(start -> spans.stream()
                                .noneMatch(span -> span.overlaps(new Span(start, start.plusMinutes(OUTSIDE_STEP)))))
                        .filter(start -> isFree(busy, number, start, times.taken()))
                        .forEach(start -> places.add(place(start, number, false)));
            }
        }
        places.removeIf(place -> place.start().isEqual(moving.start()) && place.counter() == moving.counter());
        places.sort(Comparator.comparing(BoardPlace::start).thenComparingInt(BoardPlace::counter));
        return List.copyOf(places);
    }

    private boolean mayStepOver() {
        return callers.anybody() instanceof Caller.Staff staff && staff.isAny(MANAGER);
    }

    private static Stream<OffsetDateTime> quarters(LocalDate day, int fromHour, int untilHour) {
        return IntStream.range(fromHour * 60 / OUTSIDE_STEP, untilHour * 60 / OUTSIDE_STEP)
                .mapToObj(step -> day.atStartOfDay()
                        .plusMinutes((long) step * OUTSIDE_STEP)
                        .atZone(Helsinki.ZONE)
                        .toOffsetDateTime());
    }

    private static BoardPlace place(OffsetDateTime start, int counter, boolean offered) {
        return new BoardPlace(start, start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime(), counter, offered);
    }

    private static boolean isFree(Set<Busy> busy, int counter, OffsetDateTime start, int minutes) {
        var wanted = new Span(start, start.plusMinutes(minutes));
        return busy.stream().noneMatch(one -> one.counter == counter && one.span.overlaps(wanted));
    }

    private Set<Busy> busy(UUID office, UUID moving, LocalDate first, LocalDate last, OffsetDateTime now) {
        var from = first.atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        var until = last.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        return db
                .select(COUNTER.NUMBER, VISIT.DURING.convertFrom(Span::of))
                .from(VISIT)
                .join(COUNTER)
                .on(COUNTER.ID.eq(VISIT.COUNTER_ID))
                .where(VISIT.OFFICE_ID.eq(office))
                .and(VISIT.ID.ne(moving))
                .and(Ranges.lower(VISIT.DURING).ge(from))
                .and(Ranges.lower(VISIT.DURING).lt(until))
                .and(VISIT.STATE.in(HELD, BOOKED, CHECKED_IN, CALLED, SERVING))
                .and(VISIT.HELD_UNTIL.isNull().or(VISIT.HELD_UNTIL.gt(now)))
                .unionAll(db.select(COUNTER.NUMBER, FREED_TIME.DURING.convertFrom(Span::of))
                        .from(FREED_TIME)
                        .join(COUNTER)
                        .on(COUNTER.ID.eq(FREED_TIME.COUNTER_ID))
                        .where(FREED_TIME.OFFICE_ID.eq(office))
                        .and(FREED_TIME.CLOSED_AT.isNull())
                        .and(FREED_TIME.KEPT_UNTIL.gt(now))
                        .and(Ranges.lower(FREED_TIME.DURING).ge(from))
                        .and(Ranges.lower(FREED_TIME.DURING).lt(until)))
                .fetch(mapping(Busy::new))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Busy(int counter, Span span) {}
}
