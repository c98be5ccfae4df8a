package fi.kotiovi.domain.visit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Visits as an iCalendar text for programs that ask again and again (RFC 5545). The same visit has the same UID as in the
 * letters, so that a calendar knows it for one; times are those of the office's wall, with the rules of its zone.
 */
public final class CalendarText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int LONGEST_LINE = 75;
    private static final String HELSINKI = """
            BEGIN:VTIMEZONE
            TZID:Europe/Helsinki
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            TZNAME:EEST
            DTSTART:19810329T030000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            TZNAME:EET
            DTSTART:19961027T040000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """;

    private CalendarText() {}

    /** One entry; {@code cancelled} ones are told too, or a calendar would keep them. */
    public record Entry(
            UUID visit,
            int sequence,
            boolean cancelled,
            LocalDateTime start,
            int minutes,
            String summary,
            String location,
            String description) {}

    public static String of(String name, List<Entry> entries, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "PRODID:-//Kotiovi//Visits//FI");
        line(text, "VERSION:2.0");
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        HELSINKI.lines().forEach(rule -> line(text, rule));
        entries.forEach(entry -> event(text, entry, now));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Entry entry, Instant now) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:visit-" + entry.visit + "@kotiovi");
        line(text, "SEQUENCE:" + entry.sequence);
        line(text, "DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
        line(text, "DTSTART;TZID=Europe/Helsinki:" + LOCAL.format(entry.start));
        line(text, "DURATION:PT" + entry.minutes + "M");
        line(text, "SUMMARY:" + escaped(entry.summary));
        line(text, "LOCATION:" + escaped(entry.location));
        line(text, "DESCRIPTION:" + escaped(entry.description));
        line(text, "STATUS:" + (entry.cancelled ? "CANCELLED" : "CONFIRMED"));
        line(text, "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Long lines are folded by their bytes, never inside a character. */
    private static void line(StringBuilder text, String line) {
        var bytes = 0;
        for (int at = 0; at < line.length(); ) {
            var character = Character.toString(line.codePointAt(at));
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += length;
            at += character.length();
        }
        text.append("\r\n");
    }
}
