package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.CLOSURE;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office's calendar says, for those who work there and those who set it. */
@Service
public class CalendarBook {
    private static final int COMING = 50;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final OpenTimes openTimes;
    private final CounterCapacities capacities;

    CalendarBook(DSLContext db, Callers callers, Clock clock, OpenTimes openTimes, CounterCapacities capacities) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.openTimes = openTimes;
        this.capacities = capacities;
    }

    /** The offices whose calendars the caller may see: the own one, or each for an administrator. */
    @Transactional(readOnly = true)
    public List<Office> offices() {
        var me = callers.staff(DESK, MANAGER, ADMIN);
        return db.select(
                        OFFICE.ID,
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new))
                .from(OFFICE)
                .where(me.isAny(ADMIN) ? OFFICE.ID.isNotNull() : OFFICE.ID.eq(me.officeId()))
                .orderBy(OFFICE.NAME_FI)
                .fetch(mapping(Office::new));
    }

    /** Seven days from a date, each with the rule that decided and the counters that receive people. */
    @Transactional(readOnly = true)
    public List<Day> week(UUID office, OfficeService service, LocalDate first) {
        callers.staff(DESK, MANAGER, ADMIN);
        var counters = capacities.of(office, Helsinki.today(clock));
        return openTimes
                .of(office, service)
                .days(first, first.plusDays(6))
                .map(day -> new Day(
                        day,
                        day.open().stream()
                                .map(span -> new Opening(span, counters.open(span, true), counters.open(span, false)))
                                .toList()))
                .toList();
    }

    /** The weekly pattern as it holds on a date. */
    @Transactional(readOnly = true)
    public List<Hours> pattern(UUID office, OfficeService service, LocalDate on) {
        callers.staff(DESK, MANAGER, ADMIN);
        var t = OPENING_HOURS;
        return db.select(t.ISO_WEEKDAY.convertFrom(DayOfWeek::of), t.OPENS, t.CLOSES)
                .from(t)
                .where(t.OFFICE_ID.eq(office))
                .and(t.SERVICE.eq(service))
                .and(Ranges.holds(t.VALID, on))
                .orderBy(t.ISO_WEEKDAY, t.OPENS)
                .fetch(mapping(Hours::new));
    }

    /** Closures that are not over, of this office and of all; in order. */
    @Transactional(readOnly = true)
    public List<Closure> closures(UUID office) {
        callers.staff(DESK, MANAGER, ADMIN);
        return db.select(
                        CLOSURE.ID,
                        CLOSURE.DURING.convertFrom(Span::of),
                        row(CLOSURE.REASON_FI, CLOSURE.REASON_SV, CLOSURE.REASON_EN)
                                .mapping(Localized::new),
                        CLOSURE.OFFICE_ID.isNull())
                .from(CLOSURE)
                .where(CLOSURE.OFFICE_ID.eq(office).or(CLOSURE.OFFICE_ID.isNull()))
                .and(Ranges.upper(CLOSURE.DURING)
                        .isNull()
                        .or(Ranges.upper(CLOSURE.DURING).gt(Helsinki.now(clock))))
                .orderBy(Ranges.lower(CLOSURE.DURING))
                .limit(COMING)
                .fetch(mapping(Closure::new));
    }

    /** What the office asks of whoever books today. */
    @Transactional(readOnly = true)
    public BookingRule rule(UUID office) {
        callers.staff(DESK, MANAGER, ADMIN);
        return capacities.of(office, Helsinki.today(clock)).rule();
    }

    public record Office(UUID id, Localized name) {}

    public record Day(OpeningDay day, List<Opening> openings) {}

    /** {@code counters} receive people, {@code forResidents} of them can be booked by residents themselves. */
    public record Opening(Span span, int counters, int forResidents) {}

    public record Closure(UUID id, Span during, Localized reason, boolean everywhere) {}
}
