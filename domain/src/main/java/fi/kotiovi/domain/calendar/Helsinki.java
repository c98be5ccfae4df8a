package fi.kotiovi.domain.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Local time of the offices, and the one way to ask what time it is. */
public final class Helsinki {
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private Helsinki() {}

    /** The time of an action, as it goes into SQL; a test moves it with the clock. */
    public static OffsetDateTime now(Clock clock) {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The date on the wall calendar at that moment. */
    public static LocalDate dateOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** What the clock on the wall shows at that moment. */
    public static LocalDateTime localOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDateTime();
    }

    public static LocalDate today(Clock clock) {
        return dateOf(now(clock));
    }
}
