package fi.kotiovi.domain.calendar;

import java.util.UUID;

/** What the calendar asks of the visits when its rules change; visits know the calendar, not the other way round. */
public interface BookedVisits {
    /** How many booked visits from now on no longer fit the calendar of the office. */
    int displaced(UUID office);
}
