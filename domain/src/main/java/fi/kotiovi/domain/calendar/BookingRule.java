package fi.kotiovi.domain.calendar;

import fi.kotiovi.vocabulary.NoticeUnit;
import java.time.Duration;

/**
 * What an office asks of whoever books a time.
 *
 * @param noticeMinutes how long before; counted by {@code noticeUnit}: by the clock, or only while the office is open
 * @param horizonDays how many dates ahead, today not counted (domain.md 4.1)
 * @param openVisits how many visits one person may have ahead, of different kinds
 * @param bufferMinutes how long a counter rests after each visit; nobody sees it
 * @param coolDownMinutes how long a freed time is kept for the waiting list before everybody may have it
 */
public record BookingRule(
        int noticeMinutes,
        NoticeUnit noticeUnit,
        int horizonDays,
        int openVisits,
        int bufferMinutes,
        int coolDownMinutes) {
    /** Where an office has said nothing. */
    public static final BookingRule USUAL = new BookingRule(30, NoticeUnit.CLOCK, 30, 5, 0, 30);

    public Duration notice() {
        return Duration.ofMinutes(noticeMinutes);
    }

    String detail() {
        return "%d min %s, %d d, %d, +%d min, %d min"
                .formatted(noticeMinutes, noticeUnit, horizonDays, openVisits, bufferMinutes, coolDownMinutes);
    }
}
