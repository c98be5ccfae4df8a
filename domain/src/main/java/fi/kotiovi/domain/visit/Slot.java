package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.calendar.Helsinki;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** A time that can be booked, and how many counters are free then. */
public record Slot(OffsetDateTime start, int free) implements Serializable {
    /** What the clock on the office wall shows. */
    public LocalDateTime local() {
        return start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime();
    }

    public LocalDate day() {
        return local().toLocalDate();
    }
}
