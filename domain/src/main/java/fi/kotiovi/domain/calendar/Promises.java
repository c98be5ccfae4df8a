package fi.kotiovi.domain.calendar;

import fi.kotiovi.vocabulary.Urgency;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What we promise and by when (domain.md 3.1 and 5): danger by the wall clock, the rest in working days. */
@Component
public class Promises {
    /** When a promise "by Tuesday" ends on that Tuesday, Europe/Helsinki. */
    static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    /** When somebody is there to keep a promise "by Tuesday", on that Tuesday. */
    static final LocalTime BEGINNING_OF_DAY = LocalTime.of(8, 0);

    /** On call acknowledges within this. */
    static final Duration ACKNOWLEDGED = Duration.ofMinutes(10);

    private static final int ANSWER_DAYS = 2;

    private final Holidays holidays;

    Promises(Holidays holidays) {
        this.holidays = holidays;
    }

    /** By when a fault of this urgency gets its first answer: an acknowledgement, a visit or a plan. */
    public OffsetDateTime forFault(Urgency urgency, OffsetDateTime filedAt) {
        return switch (urgency) {
            case P0, P1 -> filedAt.plus(ACKNOWLEDGED);
            case P2 -> endOfWorkingDay(filedAt, 1);
            case P3 -> endOfWorkingDay(filedAt, 2);
            case P4 -> endOfWorkingDay(filedAt, 10);
        };
    }

    /** By when a message is answered. */
    public OffsetDateTime forAnswer(OffsetDateTime arrivedAt) {
        return endOfWorkingDay(arrivedAt, ANSWER_DAYS);
    }

    /** So much office time later; nights and days off do not count. */
    public OffsetDateTime afterOfficeTime(OffsetDateTime from, Duration time) {
        var at = inOffice(from);
        var left = time;
        while (left.compareTo(Duration.between(at.toLocalTime(), END_OF_DAY)) > 0) {
            left = left.minus(Duration.between(at.toLocalTime(), END_OF_DAY));
            at = holidays.nextWorkingDay(at.toLocalDate()).atTime(BEGINNING_OF_DAY);
        }
        return on(at.toLocalDate(), at.toLocalTime().plus(left));
    }

    /** How much office time lies between two moments; nothing when the second is not later. */
    public Duration officeTimeBetween(OffsetDateTime from, OffsetDateTime until) {
        var at = inOffice(from);
        var end = Helsinki.localOf(until);
        var time = Duration.ZERO;
        while (at.isBefore(end)) {
            var endOfDay = at.toLocalDate().atTime(END_OF_DAY);
            time = time.plus(Duration.between(at, end.isBefore(endOfDay) ? end : endOfDay));
            at = holidays.nextWorkingDay(at.toLocalDate()).atTime(BEGINNING_OF_DAY);
        }
        return time;
    }

    /** That moment if somebody is at work, else the next one at which somebody is. */
    private LocalDateTime inOffice(OffsetDateTime moment) {
        var local = Helsinki.localOf(moment);
        var day = local.toLocalDate();
        if (!holidays.isWorkingDay(day) || !local.toLocalTime().isBefore(END_OF_DAY)) {
            return holidays.nextWorkingDay(day).atTime(BEGINNING_OF_DAY);
        }
        return local.toLocalTime().isBefore(BEGINNING_OF_DAY) ? day.atTime(BEGINNING_OF_DAY) : local;
    }

    /** The moment from which a promise for that day is in somebody's mind. */
    public OffsetDateTime beginningOf(LocalDate day) {
        return on(day, BEGINNING_OF_DAY);
    }

    /** The last moment at which a promise for that day is kept. */
    public OffsetDateTime endOf(LocalDate day) {
        return on(day, END_OF_DAY);
    }

    private static OffsetDateTime on(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Helsinki.ZONE).toOffsetDateTime();
    }

    private OffsetDateTime endOfWorkingDay(OffsetDateTime from, int workingDays) {
        return endOf(holidays.plusWorkingDays(Helsinki.dateOf(from), workingDays));
    }
}
