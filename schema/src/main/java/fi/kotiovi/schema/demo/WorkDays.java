package fi.kotiovi.schema.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** When people work: Monday to Friday from 8 to 16 in Helsinki, never on a holiday. */
final class WorkDays {
    static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final LocalTime START = LocalTime.of(8, 0);
    private static final LocalTime END = LocalTime.of(16, 0);

    private final Set<LocalDate> holidays;

    WorkDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    boolean isWorkDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The working day that many days later, or earlier where negative; 0 is the day itself or the first after it. */
    LocalDate workDay(LocalDate day, int away) {
        var found = day;
        while (away >= 0 && !isWorkDay(found)) {
            found = found.plusDays(1);
        }
        for (int left = Math.abs(away); left > 0; left--) {
            do {
                found = found.plusDays(Integer.signum(away));
            } while (!isWorkDay(found));
        }
        return found;
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, ZONE).toInstant();
    }

    /** That many working minutes later, always within working hours. */
    Instant after(Instant from, int minutes) {
        var at = from.atZone(ZONE);
        int left = minutes;
        while (true) {
            if (!isWorkDay(at.toLocalDate()) || !at.toLocalTime().isBefore(END)) {
                at = at.toLocalDate().plusDays(1).atTime(START).atZone(ZONE);
                continue;
            }
            if (at.toLocalTime().isBefore(START)) {
                at = at.with(START);
            }
            int today = (int) ChronoUnit.MINUTES.between(at.toLocalTime(), END);
            if (left <= today) {
                return at.plusMinutes(left).toInstant();
            }
            left -= today;
            at = at.with(END);
        }
    }

    /** That many working minutes earlier. */
    Instant before(Instant from, int minutes) {
        var at = from.atZone(ZONE);
        int left = minutes;
        while (true) {
            if (!isWorkDay(at.toLocalDate()) || !at.toLocalTime().isAfter(START)) {
                at = at.toLocalDate().minusDays(1).atTime(END).atZone(ZONE);
                continue;
            }
            if (at.toLocalTime().isAfter(END)) {
                at = at.with(END);
            }
            int today = (int) Duration.between(START, at.toLocalTime()).toMinutes();
            if (left <= today) {
                return at.minusMinutes(left).toInstant();
            }
            left -= today;
            at = at.with(START);
        }
    }
}
