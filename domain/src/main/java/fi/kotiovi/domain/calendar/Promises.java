package fi.kotiovi.domain.calendar;

import fi.kotiovi.vocabulary.Urgency;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What we promise and by when (domain.md 3.1 and 5): danger by the wall clock, the rest in working days. */
@Component
public class Promises {
    /** When a promise "by Tuesday" ends on that Tuesday, Europe/Helsinki. */
    static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

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

    private OffsetDateTime endOfWorkingDay(OffsetDateTime from, int workingDays) {
        return holidays.plusWorkingDays(Helsinki.dateOf(from), workingDays)
                .atTime(END_OF_DAY)
                .atZone(Helsinki.ZONE)
                .toOffsetDateTime();
    }
}
