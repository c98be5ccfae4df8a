package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.CALENDAR_VERSION;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.CounterCapacities.Counters;
import fi.kotiovi.domain.calendar.OpenTimes.Openings;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What an office publishes for appointments, kept in memory between questions. Each question asks the database first
 * whether anything has changed in any calendar, so a copy is never older than the transaction it is used in (ADR 0011).
 */
@Component
public class PublishedCalendars {
    private final DSLContext db;
    private final OpenTimes openTimes;
    private final CounterCapacities capacities;
    private final Clock clock;
    private final Map<UUID, Copy> copies = new ConcurrentHashMap<>();

    PublishedCalendars(DSLContext db, OpenTimes openTimes, CounterCapacities capacities, Clock clock) {
        this.db = db;
        this.openTimes = openTimes;
        this.capacities = capacities;
        this.clock = clock;
    }

    /** As it is at this moment, to look at. Runs in the caller's transaction. */
    public Published of(UUID office) {
        return copy(
                office,
                Objects.requireNonNull(db.select(CALENDAR_VERSION.VERSION)
                        .from(CALENDAR_VERSION)
                        .fetchSingle()
                        .value1()));
    }

    /** As it is and stays until the caller's transaction ends, to decide by; see {@link CalendarLock}. */
    public Published beside(UUID office) {
        return copy(
                office, Objects.requireNonNull(Routines.calendarBeside(db.configuration(), CalendarLock.of(office))));
    }

    private Published copy(UUID office, long version) {
        var today = Helsinki.today(clock);
        var kept = copies.get(office);
        if (kept != null && kept.version == version && kept.day.equals(today)) {
            return kept.published;
        }
        var read = new Published(openTimes.of(office, OfficeService.APPOINTMENT), capacities.of(office, today));
        copies.put(office, new Copy(version, today, read));
        return read;
    }

    /** The opening hours, and the counters with the booking rule of today. */
    public record Published(Openings openings, Counters counters) {}

    private record Copy(long version, LocalDate day, Published published) {}
}
