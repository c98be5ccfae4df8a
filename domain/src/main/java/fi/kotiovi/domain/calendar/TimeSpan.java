package fi.kotiovi.domain.calendar;

import java.time.LocalTime;

/** From a time of day until before another, on the wall of the office. */
public record TimeSpan(LocalTime opens, LocalTime closes) {
    boolean makesSense() {
        return opens.isBefore(closes);
    }

    @Override
    public String toString() {
        return opens + "–" + closes;
    }
}
