package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.FREED_TIME;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.CounterCapacities.Counters;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.OpeningDay;
import fi.kotiovi.domain.calendar.PublishedCalendars;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days of an office as its staff sees them: who is booked at which counter, and where there is room. */
@Service
public class VisitBoard {
    private static final int MOST_DAYS = 7;
    private static final int MOST_EVENTS = 50;

    private final DSLContext db;
    private final VisitDesk desk;
    private final PublishedCalendars calendars;
    private final Callers callers;
    private final AccessLog accessLog;
    private final BoardPlaces places;
    private final Clock clock;

    VisitBoard(
            DSLContext db,
            VisitDesk desk,
            PublishedCalendars calendars,
            Callers callers,
            AccessLog accessLog,
            BoardPlaces places,
            Clock clock) {
        this.db = db;
        this.desk = desk;
        this.calendars = calendars;
        this.callers = callers;
        this.accessLog = accessLog;
        this.places = places;
        this.clock = clock;
    }

    /** The dates, both included, at the caller's office; at most a week. */
    @Transactional(readOnly = true)
    public List<Day> days(LocalDate first, LocalDate last) {
        var office = desk.office();
        var until = atMost(first, last);
        var now = Helsinki.now(clock);
        var visits = desk.between(first, until, now);
        var kept = kept(office, first, until, now);
        var published = calendars.of(office);
        var numbers = desk.desk().counters();
        return published
                .openings()
                .days(first, until)
                .map(day -> new Day(
                        day,
                        numbers.stream()
                                .map(number -> new Lane(number, served(day, number, published.counters())))
                                .toList(),
                        visits.stream()
                                .filter(visit -> visit.local().toLocalDate().equals(day.day()))
                                .toList(),
                        kept.stream()
                                .filter(time ->
                                        Helsinki.dateOf(time.span.from()).equals(day.day()))
                                .toList()))
                .toList();
    }

    /**
     * Where a visit can go on certain dates, at most a week: what the rules offer and, for whoever may step over them, every
     * quarter of an hour between two times of day.
     */
    @Transactional(readOnly = true)
    public List<BoardPlace> places(UUID visit, LocalDate first, LocalDate last, int fromHour, int untilHour) {
        var moving = desk.one(visit).orElseThrow(() -> new NotAllowedException("Not a visit of this office: " + visit));
        return places.of(desk.office(), moving, first, atMost(first, last), fromHour, untilHour);
    }

    /** One visit with all there is to know about it; the resident can see who looked. Empty for another office's. */
    @Transactional
    public Optional<DeskVisit> open(UUID visit) {
        var found = desk.one(visit);
        found.ifPresent(one ->
                accessLog.note(callers.staff(DESK, MANAGER), one.residentId(), AccessReason.SERVING_VISIT, visit));
        return found;
    }

    /** What happened to a visit, the latest first. */
    @Transactional(readOnly = true)
    public List<Happened> history(UUID visit) {
        return db.select(
                        VISIT_EVENT.KIND,
                        VISIT_EVENT.AT,
                        VISIT_EVENT.STARTS_AT,
                        COUNTER.NUMBER,
                        STAFF.GIVEN_NAME,
                        VISIT_EVENT.REASON)
                .from(VISIT_EVENT)
                .join(VISIT)
                .on(VISIT.ID.eq(VISIT_EVENT.VISIT_ID))
                .leftJoin(COUNTER)
                .on(COUNTER.ID.eq(VISIT_EVENT.COUNTER_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(VISIT_EVENT.STAFF_ID))
                .where(VISIT_EVENT.VISIT_ID.eq(visit))
                .and(VISIT.OFFICE_ID.eq(desk.office()))
                .orderBy(VISIT_EVENT.ID.desc())
                .limit(MOST_EVENTS)
                .fetch(mapping(Happened::new));
    }

    private static LocalDate atMost(LocalDate first, LocalDate last) {
        var most = first.plusDays(MOST_DAYS - 1);
        return last.isAfter(most) ? most : last;
    }

    private static List<Span> served(OpeningDay day, int counter, Counters counters) {
        var served = new ArrayList<Span>();
        for (var span : day.open()) {
            for (var part : counters.parts(span)) {
                if (counters.open(part, true) < counter) {
                    continue;
                }
                if (!served.isEmpty() && served.getLast().until().isEqual(part.from())) {
                    served.add(new Span(served.removeLast().from(), part.until()));
                } else {
                    served.add(part);
                }
            }
        }
        return List.copyOf(served);
    }

    private List<Kept> kept(UUID office, LocalDate first, LocalDate last, OffsetDateTime now) {
        return db.select(COUNTER.NUMBER, FREED_TIME.DURING.convertFrom(Span::of))
                .from(FREED_TIME)
                .join(COUNTER)
                .on(COUNTER.ID.eq(FREED_TIME.COUNTER_ID))
                .where(FREED_TIME.OFFICE_ID.eq(office))
                .and(FREED_TIME.CLOSED_AT.isNull())
                .and(FREED_TIME.KEPT_UNTIL.gt(now))
                .and(Ranges.lower(FREED_TIME.DURING)
                        .ge(first.atStartOfDay(Helsinki.ZONE).toOffsetDateTime()))
                .and(Ranges.lower(FREED_TIME.DURING)
                        .lt(last.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime()))
                .orderBy(Ranges.lower(FREED_TIME.DURING), COUNTER.NUMBER)
                .fetch(mapping(Kept::new));
    }

    /** One date; {@code kept} are times that wait for somebody on the waiting list. */
    public record Day(OpeningDay opening, List<Lane> lanes, List<DeskVisit> visits, List<Kept> kept) {
        public LocalDate date() {
            return opening.day();
        }
    }

    /** A counter of the office, and when it receives people on that date. */
    public record Lane(int counter, List<Span> served) {
        /** For how long in all. */
        public Duration open() {
            return served.stream()
                    .map(span -> Duration.between(span.from(), span.until()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    public record Kept(int counter, Span span) {}

    /**
     * A line of the history of a visit; {@code counter} where staff chose one, {@code reason} when a rule was stepped
     * over.
     */
    public record Happened(
            VisitEventKind kind,
            OffsetDateTime at,
            OffsetDateTime start,
            @Nullable Integer counter,
            @Nullable String by,
            @Nullable String reason)
            implements Serializable {}
}
