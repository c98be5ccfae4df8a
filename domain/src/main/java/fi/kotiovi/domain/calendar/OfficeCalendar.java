package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.BOOKING_RULE;
import static fi.kotiovi.db.Tables.CLOSURE;
import static fi.kotiovi.db.Tables.COUNTER_CAPACITY;
import static fi.kotiovi.db.Tables.OPENING_EVE;
import static fi.kotiovi.db.Tables.OPENING_EXCEPTION;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.db.Tables.OPENING_ORDINAL;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.CalendarChanges.What;
import fi.kotiovi.vocabulary.CalendarChangeKind;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.OrdinalDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the lead of an office sets when it is open, at how many counters, and what it asks of whoever books. Every change
 * says who made it, from when it holds, and how many booked visits no longer fit.
 */
@Service
public class OfficeCalendar {
    private final DSLContext db;
    private final CalendarLeads leads;
    private final Clock clock;
    private final CalendarLock lock;
    private final CalendarVersions versions;
    private final CalendarChanges changes;

    OfficeCalendar(
            DSLContext db,
            CalendarLeads leads,
            Clock clock,
            CalendarLock lock,
            CalendarVersions versions,
            CalendarChanges changes) {
        this.db = db;
        this.leads = leads;
        this.clock = clock;
        this.lock = lock;
        this.versions = versions;
        this.changes = changes;
    }

    /** A new weekly pattern of a service from a date on; what held before stays on record until then. */
    @Transactional
    public Changing setWeek(UUID office, OfficeService service, Collection<Hours> hours, LocalDate from) {
        if (!Hours.makeSense(hours)) {
            return new Changing.MakesNoSense();
        }
        var detail = hours.stream()
                .map(span -> "%s %s–%s".formatted(span.day().getValue(), span.opens(), span.closes()))
                .collect(Collectors.joining(", "));
        return change(office, new What(CalendarChangeKind.WEEKLY_HOURS, service, from, detail), () -> {
            var t = OPENING_HOURS;
            versions.end(t, t.VALID, from, t.OFFICE_ID.eq(office).and(t.SERVICE.eq(service)));
            hours.forEach(span -> db.insertInto(t, t.OFFICE_ID, t.SERVICE, t.ISO_WEEKDAY, t.OPENS, t.CLOSES, t.VALID)
                    .values(office, service, span.day().getValue(), span.opens(), span.closes(), since(from))
                    .execute());
        });
    }

    /** Other hours on the first or last working day of each month; none takes the rule away. */
    @Transactional
    public Changing setOrdinal(
            UUID office, OfficeService service, OrdinalDay ordinal, Optional<TimeSpan> hours, LocalDate from) {
        if (hours.isPresent() && !hours.get().makesSense()) {
            return new Changing.MakesNoSense();
        }
        var detail = ordinal + " " + hours.map(TimeSpan::toString).orElse("–");
        return change(office, new What(CalendarChangeKind.ORDINAL, service, from, detail), () -> {
            var t = OPENING_ORDINAL;
            versions.end(
                    t,
                    t.VALID,
                    from,
                    t.OFFICE_ID.eq(office).and(t.SERVICE.eq(service)).and(t.ORDINAL.eq(ordinal)));
            hours.ifPresent(span -> db.insertInto(t, t.OFFICE_ID, t.SERVICE, t.ORDINAL, t.OPENS, t.CLOSES, t.VALID)
                    .values(office, service, ordinal, span.opens(), span.closes(), since(from))
                    .execute());
        });
    }

    /** When the office closes on the eves of holidays; none takes the rule away. */
    @Transactional
    public Changing setEve(UUID office, OfficeService service, Optional<LocalTime> closes, LocalDate from) {
        var detail = closes.map(LocalTime::toString).orElse("–");
        return change(office, new What(CalendarChangeKind.EVE, service, from, detail), () -> {
            var t = OPENING_EVE;
            versions.end(t, t.VALID, from, t.OFFICE_ID.eq(office).and(t.SERVICE.eq(service)));
            closes.ifPresent(time -> db.insertInto(t, t.OFFICE_ID, t.SERVICE, t.CLOSES, t.VALID)
                    .values(office, service, time, since(from))
                    .execute());
        });
    }

    /** One day unlike the others: other hours, or closed when none are given. Said again, it is replaced. */
    @Transactional
    public Changing setDay(
            UUID office, OfficeService service, LocalDate day, Optional<TimeSpan> hours, Localized reason) {
        if (hours.isPresent() && !hours.get().makesSense()) {
            return new Changing.MakesNoSense();
        }
        var detail = day + " " + hours.map(TimeSpan::toString).orElse("–");
        return change(office, new What(CalendarChangeKind.EXCEPTION, service, day, detail), () -> {
            var t = OPENING_EXCEPTION;
            db.deleteFrom(t)
                    .where(t.OFFICE_ID.eq(office))
                    .and(t.SERVICE.eq(service))
                    .and(t.DAY.eq(day))
                    .execute();
            db.insertInto(t)
                    .set(t.OFFICE_ID, office)
                    .set(t.SERVICE, service)
                    .set(t.DAY, day)
                    .set(t.OPENS, hours.map(TimeSpan::opens).orElse(null))
                    .set(t.CLOSES, hours.map(TimeSpan::closes).orElse(null))
                    .set(t.REASON_FI, reason.fi())
                    .set(t.REASON_SV, reason.sv())
                    .set(t.REASON_EN, reason.en())
                    .execute();
        });
    }

    /** Closed for everything from one moment until before another, wall clock at the office. It always wins. */
    @Transactional
    public Changing close(UUID office, LocalDateTime from, LocalDateTime until, Localized reason) {
        if (!from.isBefore(until)) {
            return new Changing.MakesNoSense();
        }
        var detail = from + "–" + until;
        return change(
                office,
                new What(CalendarChangeKind.CLOSURE, null, from.toLocalDate(), detail),
                () -> db.insertInto(CLOSURE)
                        .set(CLOSURE.OFFICE_ID, office)
                        .set(
                                CLOSURE.DURING,
                                Ranges.range(
                                        from.atZone(Helsinki.ZONE).toOffsetDateTime(),
                                        until.atZone(Helsinki.ZONE).toOffsetDateTime()))
                        .set(CLOSURE.REASON_FI, reason.fi())
                        .set(CLOSURE.REASON_SV, reason.sv())
                        .set(CLOSURE.REASON_EN, reason.en())
                        .execute());
    }

    /** Takes back a closure of this office that is not over. */
    @Transactional
    public Changing reopen(UUID office, UUID closure) {
        var today = Helsinki.today(clock);
        return change(
                office,
                new What(CalendarChangeKind.CLOSURE_REMOVED, null, today, ""),
                () -> db.deleteFrom(CLOSURE)
                        .where(CLOSURE.ID.eq(closure))
                        .and(CLOSURE.OFFICE_ID.eq(office))
                        .execute());
    }

    /** How many counters are served at such times; zero counters closes them. */
    @Transactional
    public Changing setCapacity(UUID office, CapacityRule rule, LocalDate from) {
        if (!rule.makesSense()) {
            return new Changing.MakesNoSense();
        }
        return change(office, new What(CalendarChangeKind.CAPACITY, null, from, rule.detail()), () -> {
            var t = COUNTER_CAPACITY;
            versions.end(t, t.VALID, from, t.OFFICE_ID.eq(office).and(rule.sameTimes()));
            db.insertInto(t)
                    .set(t.OFFICE_ID, office)
                    .set(t.OCCASION, rule.occasion())
                    .set(t.ISO_WEEKDAY, rule.isoWeekday())
                    .set(t.DAY, rule.day())
                    .set(t.OPENS, rule.hours().opens())
                    .set(t.CLOSES, rule.hours().closes())
                    .set(t.COUNTERS, rule.counters())
                    .set(t.STAFF_ONLY, rule.staffOnly())
                    .set(t.VALID, since(from))
                    .execute();
        });
    }

    /** What the office asks of whoever books, from a date on. */
    @Transactional
    public Changing setBookingRule(UUID office, BookingRule rule, LocalDate from) {
        return change(office, new What(CalendarChangeKind.BOOKING_RULE, null, from, rule.detail()), () -> {
            var t = BOOKING_RULE;
            versions.end(t, t.VALID, from, t.OFFICE_ID.eq(office));
            db.insertInto(t)
                    .set(t.OFFICE_ID, office)
                    .set(t.VALID, since(from))
                    .set(t.NOTICE_MINUTES, rule.noticeMinutes())
                    .set(t.NOTICE_UNIT, rule.noticeUnit())
                    .set(t.HORIZON_DAYS, rule.horizonDays())
                    .set(t.OPEN_VISITS, rule.openVisits())
                    .set(t.BUFFER_MINUTES, rule.bufferMinutes())
                    .set(t.COOL_DOWN_MINUTES, rule.coolDownMinutes())
                    .execute();
        });
    }

    private Changing change(UUID office, What what, Runnable change) {
        var lead = leads.of(office);
        if (what.effective().isBefore(Helsinki.today(clock))) {
            return new Changing.InThePast();
        }
        lock.alone(office);
        change.run();
        return new Changing.Changed(changes.note(office, what, lead.id()));
    }

    private static LocalDateRange since(LocalDate from) {
        return LocalDateRange.localDateRange(from, true, null, false);
    }
}
